"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, type RefObject } from "react";
import { MessageLog, type LoggedMessage } from "@/components/ui/message-log";
import { UnsentNotice } from "@/components/ui/unsent-notice";
import { useDraft } from "@/lib/client/draft";
import { meQuery } from "@/lib/client/me";
import { useOutbox, type OutboxItem } from "@/lib/client/outbox";
import type { ConversationDetail, Message } from "@/lib/contracts/conversations";
import { Composer } from "./composer";
import { takeComposerWish } from "./composer-wish";
import { useSendReply } from "./queries";
import { useIsMe, useMayWorkOn } from "./work-permission";

interface TalkProps {
  readonly conversation: ConversationDetail;
  readonly composerRef: RefObject<HTMLTextAreaElement | null>;
}

/** What was said, and room to answer. A reply shows at once and is sent until the server has it. */
export function Talk({ conversation, composerRef }: TalkProps) {
  const { id } = conversation;
  const { outbox, items } = useOutbox(`conversation:${id}`, useSendReply(id));
  const { data: me } = useQuery(meQuery());
  const myId = me?.user?.id ?? null;
  const messages = useMemo(() => loggedMessages(conversation, items, myId), [conversation, items, myId]);
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useDraft(`conversation:${id}`);
  const mayReply = useMayWorkOn(conversation, "conversation.reply");
  const isMine = useIsMe(conversation.assignee?.id);
  const isForMe = useIsMe(conversation.routing.wait?.agent?.id);
  const isOfferedToMe = useIsMe(conversation.routing.offer?.agent.id);
  useEffect(() => {
    if (isMine && takeComposerWish(id)) composerRef.current?.focus();
  }, [isMine, id, composerRef]);
  const failed = items.find((item) => item.problem !== null);
  const send = () => {
    const text = draft.trim();
    if (text === "") return;
    outbox.add(text);
    setDraft("");
    scroller.current?.scrollTo({ top: 0 });
  };
  return (
    <>
      <MessageLog messages={messages} scroller={scroller} />
      {failed && failed.problem !== null && (
        <UnsentNotice
          problem={failed.problem}
          onRetry={outbox.retry}
          onEdit={() => {
            outbox.discard(failed.clientMessageId);
            setDraft([failed.text, draft].filter(Boolean).join("\n"));
            composerRef.current?.focus();
          }}
        />
      )}
      {mayReply && conversation.state !== "done" ? (
        <Composer text={draft} onChange={setDraft} onSend={send} customerName={conversation.customer.name} textareaRef={composerRef} />
      ) : (
        <p className="border-t border-line bg-sunken px-4 py-3 text-ink-muted">{whyNoReply(conversation, { mayReply, isForMe, isOfferedToMe })}</p>
      )}
    </>
  );
}

interface MyPart {
  readonly mayReply: boolean;
  readonly isForMe: boolean;
  readonly isOfferedToMe: boolean;
}

function whyNoReply({ assignee, routing, state }: ConversationDetail, { mayReply, isForMe, isOfferedToMe }: MyPart): string {
  if (mayReply) return "This conversation is done. Reopen it to write.";
  if (assignee) return `${assignee.name} has this conversation. A manager can assign it to you.`;
  if (isOfferedToMe) return "Accept it to write.";
  if (routing.offer) return `${routing.offer.agent.name} is asked to take it. A manager can assign it to you.`;
  if (isForMe) return "It comes to you as soon as you are available and have room.";
  if (routing.wait) return "While it waits for somebody, nobody else can pick it up. A manager can route it now.";
  if (state !== "open") return "Nobody has this conversation. A manager can assign it to you.";
  return "The router gives it to the next agent with room. A manager can assign it to you.";
}

/** What the server has, then what it has not confirmed. */
function loggedMessages({ messages, customer }: ConversationDetail, items: readonly OutboxItem[], myId: string | null): LoggedMessage[] {
  const confirmed = new Set(messages.map((message) => message.clientMessageId));
  return [
    ...messages.map((message) => logged(message, customer.name, myId)),
    ...items
      .filter((item) => !confirmed.has(item.clientMessageId))
      .map(({ clientMessageId, text, writtenAt, problem }): LoggedMessage => ({
        id: clientMessageId,
        // As the server will say it, so that nothing moves when it does.
        author: authorOf("agent", myId),
        label: "You",
        isOurs: true,
        text,
        createdAt: new Date(writtenAt).toISOString(),
        delivery: problem === null ? "sending" : "failed",
      })),
  ];
}

function logged({ id, author, user, text, createdAt }: Message, customerName: string, myId: string | null): LoggedMessage {
  const isOurs = author === "agent";
  const name = user !== null && user.id === myId ? "You" : (user?.name ?? "API");
  const label = isOurs ? name : customerName;
  return { id, author: authorOf(author, user?.id ?? null), label, isOurs, text, createdAt, delivery: "sent" };
}

function authorOf(side: Message["author"], userId: string | null): string {
  return `${side} ${userId ?? ""}`;
}
