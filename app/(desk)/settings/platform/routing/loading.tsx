import { PageHeader } from "@/components/layout/page-header";
import { RoutingSettingsSkeleton } from "@/components/routing-settings/routing-settings";

export default function Loading() {
  return (
    <>
      <PageHeader path={[{ label: "Settings" }, { label: "Platform" }]} title="Routing" className="mx-auto max-w-5xl" />
      <div className="mx-auto max-w-5xl px-4 pt-13 sm:px-6">
        <RoutingSettingsSkeleton />
      </div>
    </>
  );
}
