import type { ReactNode } from "react";
import { SettingsNavigation } from "@/components/layout/settings-navigation";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-full flex-col lg:flex-row">
      <SettingsNavigation />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
