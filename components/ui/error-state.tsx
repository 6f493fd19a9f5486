"use client";

import { CloudOff, RotateCw } from "lucide-react";
import { Button } from "./button";
import { cn } from "./class-names";

interface ErrorStateProps {
  title: string;
  /** What went wrong, in a sentence of its own. */
  detail: string;
  onRetry: () => void;
  isRetrying?: boolean;
  className?: string;
}

export function ErrorState({ title, detail, onRetry, isRetrying = false, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex flex-col items-center justify-center gap-1 px-6 py-12 text-center", className)}>
      <span className="mb-2 flex size-10 items-center justify-center rounded-xl border border-line bg-negative-soft text-negative-ink">
        <CloudOff aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <p className="text-base font-medium text-ink">{title}</p>
      <p className="max-w-sm text-sm text-pretty text-ink-muted">{detail}</p>
      <Button className="mt-3" onClick={onRetry} isBusy={isRetrying}>
        <RotateCw aria-hidden />
        Try again
      </Button>
    </div>
  );
}
