"use client";

import { Unplug } from "lucide-react";
import { isSameDay, momentText } from "@/components/ui/time-text";
import { settleLoss, useLostAt } from "@/lib/client/presence";
import { offlineBecauseLostAt } from "@/lib/client/presence-memory";
import { useServerNow } from "@/lib/client/server-clock";
import type { AgentSummary } from "@/lib/contracts/users";
import { StatusNotice } from "./status-notice";

/** Says to whoever comes back that they were put offline meanwhile: nothing is routed to them, and they did not say so. */
export function WentOffline({ agent }: { agent: AgentSummary }) {
  const lostAt = offlineBecauseLostAt(useLostAt(agent.id), agent);
  const now = useServerNow(60_000);
  return (
    <StatusNotice icon={Unplug} stay="Stay offline" onSettle={() => settleLoss(agent.id)}>
      {lostAt === null ? null : `You went offline when the connection was lost ${isSameDay(lostAt, now) ? "at" : "on"} ${momentText(lostAt, now)}.`}
    </StatusNotice>
  );
}
