import type { Metadata } from "next";
import { headers } from "next/headers";
import { Channels } from "@/components/channels/channels";
import { NoPermission } from "@/components/layout/no-permission";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current";

export const metadata: Metadata = { title: "Channels" };

export default async function ChannelsPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  if (may(actor, "channel.manage")) return <Channels />;
  return (
    <>
      <h1 className="sr-only">Channels</h1>
      <NoPermission title="You can’t change the channels">
        Your permission set doesn’t include it. An administrator of your organization can do it for you, or give you the permission.
      </NoPermission>
    </>
  );
}
