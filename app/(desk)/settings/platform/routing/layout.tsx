import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { RoutingNavigation } from "@/components/layout/routing-navigation";

export default function RoutingLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader path={[{ label: "Settings" }, { label: "Platform" }]} title="Routing" />
      <RoutingNavigation />
      {children}
    </div>
  );
}
