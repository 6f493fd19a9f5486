import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { NoPermission } from "@/components/layout/no-permission";
import { routingSettingsQuery } from "@/components/routing-settings/queries";
import { RoutingSettings } from "@/components/routing-settings/routing-settings";
import { currentActor, within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { getRoutingSettings } from "@/lib/reads/routing-settings";

export const metadata: Metadata = { title: "Routing settings" };

export default async function RoutingSettingsPage() {
  const actor = await currentActor(await headers());
  // The layout leads to sign-in.
  if (actor === null) return null;
  if (!actor.permissions.has("routing_settings.read")) {
    return (
      <NoPermission title="You can’t see the routing settings">
        Your permission set doesn’t include them. An administrator of your organization can show them to you, or give you the permission.
      </NoPermission>
    );
  }
  const queryClient = makeQueryClient();
  queryClient.setQueryData(routingSettingsQuery().queryKey, await within(actor, () => getRoutingSettings(actor)));
  return (
    <div className="px-4 pt-4 sm:px-6">
      <HydrationBoundary state={dehydrate(queryClient)}>
        <RoutingSettings />
      </HydrationBoundary>
    </div>
  );
}
