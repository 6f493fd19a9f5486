"use client";

import { BellRing } from "lucide-react";
import { CountdownAnnouncement } from "@/components/ui/countdown";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { Banner } from "./banner";
import { OfferButtons } from "./offer-buttons";
import { TimeLeft } from "./time-left";
import { useIsMe } from "./work-permission";

type Offer = NonNullable<ConversationDetail["routing"]["offer"]>;

/** Somebody is asked whether they take it; only they answer. */
export function OfferBanner({ conversation, offer }: { conversation: ConversationDetail; offer: Offer }) {
  const isForMe = useIsMe(offer.agent.id);
  const who = isForMe ? "you" : offer.agent.name;
  return (
    <Banner icon={BellRing} tone="caution" action={isForMe && <OfferButtons conversation={conversation} />}>
      <span aria-hidden>
        Offered to {who} · <TimeLeft until={offer.until} over="time is up" />
      </span>
      <CountdownAnnouncement until={offer.until} what={`Offered to ${who}`} over="The time to answer is over" />
    </Banner>
  );
}
