import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";

/** Says what is not permitted, and who can help. */
export function NoPermission({ title, children }: { title: string; children: ReactNode }) {
  return (
    <EmptyState icon={Lock} title={title} className="min-h-80">
      {children}
    </EmptyState>
  );
}
