import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { NoPermission } from "@/components/layout/no-permission";
import { PageHeader } from "@/components/layout/page-header";
import { routingSettingsQuery } from "@/components/routing-settings/queries";
import { RoutingSettings } from "@/components/routing-settings/routing-settings";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import { currentActor, within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { getRoutingSettings } from "@/lib/reads/routing-settings";

export const metadata: Metadata = { title: "Routing settings" };

export default async function RoutingSettingsPage() {
  const actor = await currentActor(await headers());
  // The layout leads to sign-in.
  if (actor === null) return null;
  const header = <PageHeader path={[{ label: "Settings" }, { label: "Platform" }]} title="Routing" className="mx-auto max-w-5xl" />;
  if (!actor.permissions.has("routing_settings.read")) {
    return (
      <>
        {header}
        <NoPermission title="You can’t see the routing settings">
          Your permission set doesn’t include them. An administrator of your organization can show them to you, or give you the permission.
        </NoPermission>
      </>
    );
  }
  const queryClient = makeQueryClient();
  queryClient.setQueryData(routingSettingsQuery().queryKey, await within(actor, () => getRoutingSettings(actor)));
  return (
    <>
      {header}
      <Tabs defaultValue="settings" className="mx-auto max-w-5xl px-4 sm:px-6">
        <TabsList aria-label="Routing">
          <TabsTab value="settings">Settings</TabsTab>
        </TabsList>
        <TabsPanel value="settings" className="pt-4 outline-none">
          <HydrationBoundary state={dehydrate(queryClient)}>
            <RoutingSettings />
          </HydrationBoundary>
        </TabsPanel>
      </Tabs>
    </>
  );
}
