"use client";

import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useMay } from "@/lib/client/me";
import { useSetMyStatus } from "./my-status";
import { plainStatus } from "./queries";

interface StatusNoticeProps {
  readonly icon: LucideIcon;
  /** Why the status changed, in a sentence; null: there is nothing to say. */
  readonly children: ReactNode | null;
  /** What to press to leave it so. */
  readonly stay: string;
  readonly onSettle: () => void;
}

/** Below the top bar: says to an agent why they are given nothing now, though they did not say so themselves. */
export function StatusNotice({ icon: Icon, children, stay, onSettle }: StatusNoticeProps) {
  const mayChange = useMay("status.set_own");
  const { mutate } = useSetMyStatus();
  const isShown = children !== null;
  const settle = () => {
    // The button that had the focus goes.
    document.getElementById("content")?.focus();
    onSettle();
  };
  const goAvailable = () => {
    mutate(plainStatus("available"));
    settle();
  };
  return (
    <div className={isShown ? "flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-caution-soft px-3 py-1.5 text-caution-ink sm:px-4" : undefined}>
      {/* Always there, so that a screen reader is told when it is filled. */}
      <p role="status" className={isShown ? "flex items-center gap-2" : "sr-only"}>
        {isShown ? (
          <>
            <Icon aria-hidden className="size-4 shrink-0" />
            {children}
          </>
        ) : null}
      </p>
      {isShown && mayChange ? (
        <Button size="sm" variant="primary" onClick={goAvailable}>
          Go available
        </Button>
      ) : null}
      {isShown ? (
        <Button size="sm" variant="ghost" className="text-caution-ink" onClick={settle}>
          {stay}
        </Button>
      ) : null}
    </div>
  );
}
