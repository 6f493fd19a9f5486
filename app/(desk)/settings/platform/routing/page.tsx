import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { routingTabsFor } from "@/components/layout/routing-tabs";
import { currentActor } from "@/lib/auth/current";

/** Leads to the first of the tabs that one may see. */
export default async function RoutingPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  const [first] = routingTabsFor([...actor.permissions]);
  if (first) redirect(first.href);
  return (
    <NoPermission title="You can’t see how conversations are routed">
      Your permission set doesn’t include it. An administrator of your organization can show it to you, or give you the permission.
    </NoPermission>
  );
}
