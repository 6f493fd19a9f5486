"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Age } from "@/components/ui/age";
import { cn } from "@/components/ui/class-names";
import { Countdown } from "@/components/ui/countdown";
import { ChannelIcon } from "@/components/layout/channel-icon";
import type { Conversation } from "@/lib/contracts/conversations";
import { openConversation, pathOf } from "./selection";

interface ConversationRowProps {
  readonly conversation: Conversation;
  readonly isSelected: boolean;
  readonly isUnseen: boolean;
  /** What can be done with it right here. */
  readonly actions?: ReactNode;
}

/** Who, through what, what about, since when; and where it stands when that is not simply open. */
export function ConversationRow({ conversation, isSelected, isUnseen, actions }: ConversationRowProps) {
  const { id, customer, channel, lastMessageAt, lastMessagePreview, subject } = conversation;
  return (
    <li className={cn("border-l-2 border-transparent", isSelected ? "border-accent bg-accent-soft" : "hover:bg-hover")}>
      <Link
        href={pathOf(id)}
        prefetch={false}
        data-conversation-row={id}
        aria-current={isSelected ? "true" : undefined}
        // Both panes are here already: only the address changes.
        onNavigate={(event) => {
          event.preventDefault();
          openConversation(id);
        }}
        className="relative flex flex-col gap-0.5 px-3 py-2 focus-visible:-outline-offset-2"
      >
        <span className="flex items-center gap-2">
          <ChannelIcon channel={channel} className="size-3.5 text-ink-faint" />
          <span className={cn("min-w-0 flex-1 truncate", isUnseen ? "font-semibold" : "font-medium")}>{customer.name}</span>
          {isUnseen && (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">New</span>
            </span>
          )}
          <Age at={lastMessageAt} className="shrink-0 text-xs text-ink-faint tabular-nums" />
        </span>
        <span className="flex items-baseline gap-2 pl-5.5 text-ink-muted">
          <span className="min-w-0 flex-1 truncate">{lastMessagePreview || subject || "No message yet"}</span>
          <RowStanding conversation={conversation} />
        </span>
      </Link>
      {actions && <div className="flex gap-2 pr-3 pb-2.5 pl-8.5">{actions}</div>}
    </li>
  );
}

function RowStanding({ conversation: { routing, state } }: { conversation: Conversation }) {
  if (state !== "open") return null;
  if (routing.wait) {
    return <Countdown until={routing.wait.until} over="routing…" className="shrink-0 text-xs font-medium text-caution-ink" />;
  }
  if (routing.offer) {
    return <Countdown until={routing.offer.until} over="time is up" className="shrink-0 text-xs font-medium text-caution-ink" />;
  }
  if (routing.state === "in_line") return <span className="max-w-32 shrink-0 truncate text-xs text-ink-faint">{routing.queue.name}</span>;
  return null;
}
