"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ListOrdered } from "lucide-react";
import type { NameRef } from "@/lib/contracts/common";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { PickerItem, PickerList } from "./picker-list";
import { queuesQuery } from "./queries";

interface QueueChoicesProps {
  readonly conversation: ConversationDetail;
  readonly onChoose: (queue: NameRef) => void;
  /** To what was shown before. */
  readonly onBack?: (() => void) | undefined;
}

/** The queues one can pass a conversation on to. Its own is among them: then another agent of that queue gets it. */
export function QueueChoices({ conversation, onChoose, onBack }: QueueChoicesProps) {
  const { data, error } = useQuery(queuesQuery());
  const current = conversation.routing.queue.id;
  return (
    <PickerList
      label="Queues"
      placeholder="Find a queue…"
      query={{ isLoaded: data !== undefined, error }}
      empty="There is no queue by that name."
      onBack={onBack}
    >
      {data?.items.map(({ id, name }) => (
        <PickerItem key={id} value={`${name} ${id}`} onSelect={() => onChoose({ id, name })}>
          <ListOrdered aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          {id === current && <span className="text-xs text-ink-faint">its queue</span>}
        </PickerItem>
      ))}
      {/* Last, and not before the others: the first to be there is the one that Enter takes. */}
      {onBack && (data !== undefined || error !== null) && (
        <PickerItem value="Back to agents" className="text-ink-muted" onSelect={onBack}>
          <ArrowLeft aria-hidden className="size-4 text-ink-faint" /> Back to agents
        </PickerItem>
      )}
    </PickerList>
  );
}
