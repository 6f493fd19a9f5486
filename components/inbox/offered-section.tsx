"use client";

import { useQuery } from "@tanstack/react-query";
import type { Conversation } from "@/lib/contracts/conversations";
import { ConversationRow } from "./conversation-row";
import { listQuery, offeredToMeFilters } from "./lists";
import { OfferButtons } from "./offer-buttons";

/** What I am asked to take, before everything else; nothing when I am not. The one with the least time first: a new one comes last. */
export function OfferedSection({ selectedId }: { selectedId: string | null }) {
  const { data } = useQuery(listQuery(offeredToMeFilters));
  const offered = data?.items.toSorted(leastTimeFirst) ?? [];
  if (offered.length === 0) return null;
  return (
    <section aria-labelledby="inbox-offered" className="max-h-2/5 shrink-0 overflow-y-auto border-b border-line">
      <h2 id="inbox-offered" className="flex h-9 items-center px-3 font-medium text-ink-muted">
        Offered to you
        <span className="ml-auto font-semibold text-caution-ink tabular-nums">{offered.length}</span>
      </h2>
      <ul aria-label="Offered to you">
        {offered.map((conversation) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            isSelected={conversation.id === selectedId}
            isUnseen={false}
            actions={<OfferButtons conversation={conversation} />}
          />
        ))}
      </ul>
    </section>
  );
}

function leastTimeFirst(a: Conversation, b: Conversation): number {
  const [first, second] = [a.routing.offer?.until ?? "", b.routing.offer?.until ?? ""];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}
