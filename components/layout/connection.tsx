"use client";

import { Unplug } from "lucide-react";
import { useEffect, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { StatusDot } from "@/components/ui/status-dot";
import { Tooltip } from "@/components/ui/tooltip";
import { useConnectionState } from "@/lib/client/live";

/** A cut shorter than this mends itself before anybody would have read of it. */
const noticeAfterMs = 1_500;

export function Connection() {
  const state = useConnectionState();
  const isCut = useIsLasting(state === "cut");
  return (
    <div role="status" className="flex items-center">
      {isCut ? (
        <Badge tone="caution">
          <Unplug aria-hidden />
          Reconnecting
          <span className="max-md:sr-only">… what you see may be old</span>
        </Badge>
      ) : state === "live" ? (
        <Tooltip content="Connected: what changes shows by itself." side="bottom">
          <span tabIndex={0} className="flex h-6 items-center gap-1.5 rounded-sm px-1 text-xs text-ink-faint">
            <StatusDot shape="full" className="size-1.5" />
            <span className="max-sm:sr-only">Live</span>
          </span>
        </Tooltip>
      ) : null}
    </div>
  );
}

function useIsLasting(condition: boolean): boolean {
  const [isLasting, setIsLasting] = useState(false);
  useEffect(() => {
    if (!condition) return;
    const timer = setTimeout(() => setIsLasting(true), noticeAfterMs);
    return () => {
      clearTimeout(timer);
      setIsLasting(false);
    };
  }, [condition]);
  return condition && isLasting;
}
