"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { MessageLog, type LoggedMessage } from "@/components/ui/message-log";
import { UnsentNotice } from "@/components/ui/unsent-notice";
import { useDraft } from "@/lib/client/draft";
import { useOutbox, type OutboxItem } from "@/lib/client/outbox";
import type { ChatConversation } from "@/lib/contracts/chat";
import { Composer } from "./composer";
import { Progress } from "./progress";
import { chatEventsUrl, chatQuery, useSendChatMessage } from "./queries";
import { useChatEvents } from "./use-chat-events";

/** The conversation under way: where it stands, what was said, and room to write. */
export function ChatConversationView({ slug, conversation }: { slug: string; conversation: ChatConversation }) {
  const queryClient = useQueryClient();
  const [isLineUp, setIsLineUp] = useState(true);
  const readAgain = useCallback(() => void queryClient.invalidateQueries({ queryKey: chatQuery(slug).queryKey }), [queryClient, slug]);
  useChatEvents(chatEventsUrl(slug), readAgain, setIsLineUp);

  const { outbox, items } = useOutbox(`chat:${slug}`, useSendChatMessage(slug));
  const messages = useMemo(() => shownMessages(conversation, items), [conversation, items]);
  const scroller = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useDraft(`chat:${slug}`);
  const failed = items.find((item) => item.problem !== null);

  return (
    <>
      <Progress conversation={conversation} />
      <h1 className="sr-only">Your conversation</h1>
      <MessageLog messages={messages} scroller={scroller} className="sm:px-6" />
      {failed && failed.problem !== null && (
        <UnsentNotice
          problem={failed.problem}
          onRetry={outbox.retry}
          onEdit={() => {
            outbox.discard(failed.clientMessageId);
            setDraft([failed.text, draft].filter(Boolean).join("\n"));
          }}
        />
      )}
      {!isLineUp && (
        <p role="status" className="border-t border-line bg-caution-soft px-4 py-1.5 text-sm text-caution-ink sm:px-6">
          The connection was lost. Trying again…
        </p>
      )}
      <Composer
        slug={slug}
        isDone={conversation.state === "done"}
        onSend={(text) => {
          outbox.add(text);
          scroller.current?.scrollTo({ top: 0 });
        }}
      />
    </>
  );
}

/** What the server has, then what it has not confirmed. */
function shownMessages(conversation: ChatConversation, items: readonly OutboxItem[]): LoggedMessage[] {
  const confirmed = new Set(conversation.messages.map((message) => message.clientMessageId));
  return [
    ...conversation.messages.map(({ id, author, agentName, text, createdAt }): LoggedMessage => {
      const isOurs = author === "customer";
      const label = isOurs ? "You" : (agentName ?? "Support");
      return { id, author: `${author} ${label}`, label, isOurs, text, createdAt, delivery: "sent" };
    }),
    ...items
      .filter((item) => !confirmed.has(item.clientMessageId))
      .map(({ clientMessageId, text, writtenAt, problem }): LoggedMessage => ({
        id: clientMessageId,
        author: "customer You",
        label: "You",
        isOurs: true,
        text,
        createdAt: new Date(writtenAt).toISOString(),
        delivery: problem === null ? "sending" : "failed",
      })),
  ];
}
