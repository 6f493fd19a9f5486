import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

const tones = {
  caution: "bg-caution-soft text-caution-ink",
  accent: "bg-accent-soft text-accent-ink",
  neutral: "bg-sunken text-ink-muted",
} as const;

interface BannerProps {
  readonly icon: LucideIcon;
  readonly tone: keyof typeof tones;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A line above the messages, with what can be done about it. */
export function Banner({ icon: Icon, tone, action, children }: BannerProps) {
  return (
    <div className={cn("flex min-h-11 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-4 py-1.5 font-medium", tones[tone])}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 tabular-nums">{children}</div>
      {action && <div className="flex gap-2">{action}</div>}
    </div>
  );
}
