"use client";

import { ArrowDown } from "lucide-react";
import { useState, type RefObject } from "react";
import { useServerNow } from "@/lib/client/server-clock";
import { Moment } from "./age";
import { Button } from "./button";
import { cn } from "./class-names";
import { messageGroups, type GroupableMessage, type MessageGroup } from "./message-groups";
import { dayText } from "./time-text";

export interface LoggedMessage extends GroupableMessage {
  /** The author's name as this reader sees it. */
  readonly label: string;
  /** At the end of the line: this reader's side. */
  readonly isOurs: boolean;
  readonly text: string;
  /** `sending` and `failed`: not confirmed by the server. */
  readonly delivery: "sent" | "sending" | "failed";
}

interface MessageLogProps {
  readonly messages: readonly LoggedMessage[];
  /** Holds the scrolling element; its scrollTop 0 is the newest end. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly className?: string;
}

/** Messages, oldest first: kept at the newest end (the reversed column does that), read out as they come. */
export function MessageLog({ messages, scroller, className }: MessageLogProps) {
  const [isUp, setIsUp] = useState(false);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label="Messages"
        tabIndex={0}
        onScroll={(event) => setIsUp(event.currentTarget.scrollTop < -80)}
        className={cn("flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-4 py-4 focus-visible:-outline-offset-2", className)}
      >
        {/* In a reversed column this takes the room that is left, so that a short log begins at the top. */}
        <div className="mb-auto flex flex-col gap-4">
          {messageGroups(messages).map((group) => (
            <Group key={group.id} group={group} />
          ))}
        </div>
      </div>
      {isUp && (
        <Button
          size="sm"
          className="absolute bottom-3 left-1/2 -translate-x-1/2 rounded-full shadow-bar"
          onClick={() => scroller.current?.scrollTo({ top: 0, behavior: "smooth" })}
        >
          <ArrowDown aria-hidden /> Latest messages
        </Button>
      )}
    </div>
  );
}

function Group({ group }: { group: MessageGroup<LoggedMessage> }) {
  const now = useServerNow(60_000);
  const [first] = group.messages;
  const isSending = group.messages.some((message) => message.delivery === "sending");
  return (
    <>
      {group.startsDay && now > 0 && <p className="self-center text-xs text-ink-faint">{dayText(group.beganAt, now)}</p>}
      <div className={cn("flex max-w-[85%] flex-col gap-1 xl:max-w-[44rem]", first.isOurs ? "items-end self-end" : "items-start self-start")}>
        <p className="flex max-w-full items-baseline gap-2 px-1 text-xs text-ink-muted">
          <span className="min-w-0 truncate font-medium">{first.label}</span>
          {isSending ? <span>Sending…</span> : <Moment at={first.createdAt} className="shrink-0 text-ink-faint" />}
        </p>
        {group.messages.map((message) => (
          <p
            key={message.id}
            className={cn(
              "max-w-full rounded-xl px-3 py-1.5 text-base wrap-anywhere whitespace-pre-wrap",
              message.isOurs ? "rounded-tr-sm bg-accent-soft text-ink" : "rounded-tl-sm bg-pressed text-ink",
              message.delivery === "sending" && "opacity-80",
              message.delivery === "failed" && "outline-2 outline-offset-1 outline-negative",
            )}
          >
            {message.text}
          </p>
        ))}
      </div>
    </>
  );
}
