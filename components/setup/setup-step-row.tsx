import { Check, ExternalLink } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import type { SetupStep } from "./steps";

export function SetupStepRow({ step: { title, hint, href, isDone, isOutside = false }, number }: { step: SetupStep; number: number }) {
  return (
    <li>
      <Link
        href={href}
        {...(isOutside && { target: "_blank", rel: "noopener", prefetch: false })}
        className="flex h-full items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover"
      >
        <span
          aria-hidden
          className={cn(
            "mt-px flex size-5 shrink-0 items-center justify-center rounded-full border text-xs font-medium tabular-nums",
            isDone ? "border-transparent bg-positive-soft text-positive-ink" : "border-line-strong text-ink-muted",
          )}
        >
          {isDone ? <Check className="size-3.5" strokeWidth={2.5} /> : number}
        </span>
        <span className="min-w-0">
          <span className={cn("flex items-center gap-1 font-medium", isDone && "text-ink-muted")}>
            {isDone ? <span className="sr-only">Done: </span> : null}
            {title}
            {isOutside ? (
              <>
                <ExternalLink aria-hidden className="size-3 shrink-0 text-ink-faint" />
                <span className="sr-only"> (opens in a new tab)</span>
              </>
            ) : null}
          </span>
          <span className="block text-xs text-pretty text-ink-faint max-sm:hidden">{hint}</span>
        </span>
      </Link>
    </li>
  );
}
