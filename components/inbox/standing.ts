import type { Conversation } from "@/lib/contracts/conversations";
import { momentText } from "@/components/ui/time-text";

/** Where a conversation stands, in the contract's words, with the colour that says how pressing it is. */
export interface Standing {
  readonly label: string;
  readonly tone: "neutral" | "accent" | "positive" | "caution" | "outline";
}

/** `now`: epoch ms, to say whether a snooze ends today. */
export function standingOf(conversation: Conversation, now: number): Standing {
  switch (conversation.state) {
    case "done":
      return { label: "Done", tone: "neutral" };
    case "snoozed": {
      const until = conversation.snoozedUntil;
      return { label: until === null ? "Snoozed" : `Snoozed until ${momentText(Date.parse(until), now)}`, tone: "outline" };
    }
    case "open":
      return openStanding[conversation.routing.state];
  }
}

const openStanding = {
  pending: { label: "Routing…", tone: "accent" },
  waiting: { label: "Waiting", tone: "caution" },
  in_line: { label: "In line", tone: "accent" },
  offered: { label: "Offered", tone: "caution" },
  assigned: { label: "Open", tone: "positive" },
  out: { label: "Open", tone: "positive" },
} as const satisfies Record<Conversation["routing"]["state"], Standing>;
