"use client";

import { Unplug } from "lucide-react";
import { Button } from "@/components/ui/button";
import { isSameDay, momentText } from "@/components/ui/time-text";
import { useMay } from "@/lib/client/me";
import { settleLoss, useLostAt } from "@/lib/client/presence";
import { offlineBecauseLostAt } from "@/lib/client/presence-memory";
import { useServerNow } from "@/lib/client/server-clock";
import type { AgentSummary } from "@/lib/contracts/users";
import { useSetMyStatus } from "./my-status";

/** Says to whoever comes back that they were put offline meanwhile: nothing is routed to them, and they did not say so. */
export function WentOffline({ agent }: { agent: AgentSummary }) {
  const lostAt = offlineBecauseLostAt(useLostAt(agent.id), agent);
  const mayChange = useMay("status.set_own");
  const { mutate } = useSetMyStatus();
  const now = useServerNow(60_000);
  const settle = () => {
    // The button that had the focus goes.
    document.getElementById("content")?.focus();
    settleLoss(agent.id);
  };
  const goAvailable = () => {
    mutate("available");
    settle();
  };
  return (
    <div className={lostAt === null ? undefined : "flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-caution-soft px-3 py-1.5 text-caution-ink sm:px-4"}>
      {/* Always there, so that a screen reader is told when it is filled. */}
      <p role="status" className={lostAt === null ? "sr-only" : "flex items-center gap-2"}>
        {lostAt === null ? null : (
          <>
            <Unplug aria-hidden className="size-4 shrink-0" />
            You went offline when the connection was lost {isSameDay(lostAt, now) ? "at" : "on"} {momentText(lostAt, now)}.
          </>
        )}
      </p>
      {lostAt === null || !mayChange ? null : (
        <Button size="sm" variant="primary" onClick={goAvailable}>
          Go available
        </Button>
      )}
      {lostAt === null ? null : (
        <Button size="sm" variant="ghost" className="text-caution-ink" onClick={settle}>
          Stay offline
        </Button>
      )}
    </div>
  );
}
