import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NoPermission } from "@/components/layout/no-permission";
import { currentActor } from "@/lib/auth/current";

export default async function CustomersLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor(await headers());
  if (actor === null || actor.permissions.has("customer.read")) return children;
  return (
    <>
      <h1 className="sr-only">Customers</h1>
      <NoPermission title="You can’t see customers">
        Your permission set doesn’t include them. An administrator of your organization can give you the permission.
      </NoPermission>
    </>
  );
}
