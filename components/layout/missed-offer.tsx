"use client";

import { TimerOff } from "lucide-react";
import { isUnavailableByLapse } from "@/lib/client/offer-memory";
import { settleLapse, useOfferMemory } from "@/lib/client/offers";
import type { AgentSummary } from "@/lib/contracts/users";
import { StatusNotice } from "./status-notice";

/** Says to who let an offer lapse that they are unavailable since, and lets them come back. */
export function MissedOffer({ agent }: { agent: AgentSummary }) {
  const isByLapse = isUnavailableByLapse(useOfferMemory(agent.id), agent);
  return (
    <StatusNotice icon={TimerOff} stay="Stay unavailable" onSettle={() => settleLapse(agent.id)}>
      {isByLapse ? "You didn’t answer an offer in time and are now unavailable." : null}
    </StatusNotice>
  );
}
