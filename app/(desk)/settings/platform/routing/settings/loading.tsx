import { RoutingSettingsSkeleton } from "@/components/routing-settings/routing-settings";

export default function Loading() {
  return (
    <div className="px-4 pt-4 sm:px-6">
      <RoutingSettingsSkeleton />
    </div>
  );
}
