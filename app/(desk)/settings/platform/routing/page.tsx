import type { Metadata } from "next";
import { headers } from "next/headers";
import { NoPermission } from "@/components/layout/no-permission";
import { PageHeader } from "@/components/layout/page-header";
import { RoutingSettings } from "@/components/routing-settings/routing-settings";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import { currentActor } from "@/lib/auth/current";

export const metadata: Metadata = { title: "Routing settings" };

export default async function RoutingSettingsPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  return (
    <>
      <PageHeader path={[{ label: "Settings" }, { label: "Platform" }]} title="Routing" className="mx-auto max-w-5xl" />
      {actor.permissions.has("routing_settings.read") ? (
        <Tabs defaultValue="settings" className="mx-auto max-w-5xl px-4 sm:px-6">
          <TabsList aria-label="Routing">
            <TabsTab value="settings">Settings</TabsTab>
          </TabsList>
          <TabsPanel value="settings" className="pt-4 outline-none">
            <RoutingSettings />
          </TabsPanel>
        </Tabs>
      ) : (
        <NoPermission title="You can’t see the routing settings">
          Your permission set doesn’t include them. An administrator of your organization can show them to you, or give you the permission.
        </NoPermission>
      )}
    </>
  );
}
