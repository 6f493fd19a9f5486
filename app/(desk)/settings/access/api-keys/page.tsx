import type { Metadata } from "next";
import { headers } from "next/headers";
import { ApiKeys } from "@/components/api-keys/api-keys";
import { NoPermission } from "@/components/layout/no-permission";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  if (may(actor, "api_key.manage")) return <ApiKeys />;
  return (
    <>
      <h1 className="sr-only">API keys</h1>
      <NoPermission title="You can’t make API keys">
        Your permission set doesn’t include it. An administrator of your organization can do it for you, or give you the permission.
      </NoPermission>
    </>
  );
}
