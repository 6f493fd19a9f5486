"use client";

import { AlarmClock, Hourglass, ListOrdered } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { CountdownAnnouncement } from "@/components/ui/countdown";
import { momentText } from "@/components/ui/time-text";
import { meQuery, useMay } from "@/lib/client/me";
import { useServerNow } from "@/lib/client/server-clock";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { Banner } from "./banner";
import { OfferBanner } from "./offer-banner";
import { TimeLeft } from "./time-left";
import { useDeed } from "./use-deed";
import { useIsMe } from "./work-permission";

/** Above the messages, what keeps the conversation from being worked on: a wait, an offer, the line, a snooze. */
export function StandingBanner({ conversation }: { conversation: ConversationDetail }) {
  const { state, routing } = conversation;
  if (state === "snoozed") return <SnoozedBanner conversation={conversation} />;
  if (state !== "open") return null;
  // Anew for each wait and each offer: what they announce begins with them.
  if (routing.wait) return <WaitingBanner key={routing.wait.until} conversation={conversation} wait={routing.wait} />;
  if (routing.offer) return <OfferBanner key={routing.offer.until} conversation={conversation} offer={routing.offer} />;
  if (routing.state === "in_line") {
    return (
      <Banner icon={ListOrdered} tone="accent">
        In line in {routing.queue.name}. The next agent of its teams who has room gets it.
      </Banner>
    );
  }
  return null;
}

type Wait = NonNullable<ConversationDetail["routing"]["wait"]>;

function WaitingBanner({ conversation, wait }: { conversation: ConversationDetail; wait: Wait }) {
  const mayRouteNow = useMay("conversation.route_now");
  const isForMe = useIsMe(wait.agent?.id);
  const { mutate, isPending } = useDeed();
  const who = wait.agent?.name ?? "their dedicated agent";
  return (
    <Banner
      icon={Hourglass}
      tone="caution"
      action={
        mayRouteNow && (
          <Button size="sm" isBusy={isPending} onClick={() => mutate({ conversation, deed: { kind: "route-now" } })}>
            Route now
          </Button>
        )
      }
    >
      <span aria-hidden>
        Waiting for {who} · <TimeLeft until={wait.until} over="routing…" />
      </span>
      <CountdownAnnouncement until={wait.until} what={`Waiting for ${who}`} over="Routing now" />
      {isForMe && <ForMeHint />}
    </Banner>
  );
}

function ForMeHint() {
  const { data: me } = useQuery(meQuery());
  const status = me?.user?.agent?.status;
  if (status === undefined) return null;
  const hint = status === "available" ? "Finish or snooze one of yours to take it." : "Set your status to Available to take it.";
  return <span className="block text-ink-muted">{hint}</span>;
}

function SnoozedBanner({ conversation }: { conversation: ConversationDetail }) {
  const now = useServerNow(60_000);
  const until = conversation.snoozedUntil;
  return (
    <Banner icon={AlarmClock} tone="neutral">
      Snoozed{until !== null && now > 0 && ` until ${momentText(Date.parse(until), now)}`}. It comes back by itself, or when the customer writes.
    </Banner>
  );
}
