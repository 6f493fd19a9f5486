import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  /** What to do next. */
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center justify-center gap-1 px-6 py-12 text-center", className)}>
      <span className="mb-2 flex size-10 items-center justify-center rounded-xl border border-line bg-sunken text-ink-faint">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <p className="text-base font-medium text-ink">{title}</p>
      <div className="max-w-sm text-sm text-pretty text-ink-muted">{children}</div>
      {action === undefined ? null : <div className="mt-3">{action}</div>}
    </div>
  );
}
