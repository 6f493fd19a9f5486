"use client";

import { AlarmClock, Hourglass, ListOrdered, type LucideIcon } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Countdown, CountdownAnnouncement } from "@/components/ui/countdown";
import { momentText } from "@/components/ui/time-text";
import { meQuery, useMay } from "@/lib/client/me";
import { useServerNow } from "@/lib/client/server-clock";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { useDeed } from "./use-deed";
import { useIsMe } from "./work-permission";

/** Above the messages, what keeps the conversation from being worked on: a wait, the line, a snooze. */
export function StandingBanner({ conversation }: { conversation: ConversationDetail }) {
  if (conversation.state === "snoozed") return <SnoozedBanner conversation={conversation} />;
  if (conversation.state !== "open") return null;
  if (conversation.routing.wait) return <WaitingBanner conversation={conversation} wait={conversation.routing.wait} />;
  if (conversation.routing.state === "in_line") {
    return (
      <Banner icon={ListOrdered} tone="accent">
        In line in {conversation.routing.queue.name}. The next agent of its teams who has room gets it.
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
        Waiting for {who} · <WaitLeft until={wait.until} />
      </span>
      <CountdownAnnouncement until={wait.until} what={`Waiting for ${who}`} over="Routing now" />
      {isForMe && <ForMeHint />}
    </Banner>
  );
}

function WaitLeft({ until }: { until: string }) {
  const now = useServerNow();
  const isOver = now > 0 && now >= Date.parse(until);
  return (
    <>
      <Countdown until={until} over="routing…" />
      {isOver ? null : " left"}
    </>
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

function Banner({ icon: Icon, tone, action, children }: BannerProps) {
  return (
    <div className={cn("flex min-h-11 shrink-0 items-center gap-2.5 px-4 py-1.5 font-medium", tones[tone])}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <div className="min-w-0 flex-1 tabular-nums">{children}</div>
      {action}
    </div>
  );
}
