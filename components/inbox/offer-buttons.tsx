"use client";

import { Button } from "@/components/ui/button";
import type { Conversation } from "@/lib/contracts/conversations";
import { useDeed, useIsDoing } from "./use-deed";

/** Yes or no to what one is offered. */
export function OfferButtons({ conversation }: { conversation: Conversation }) {
  const { mutate, isPending, variables } = useDeed();
  const isDoing = useIsDoing(conversation.id);
  const pressed = isPending ? variables.deed.kind : null;
  return (
    <>
      <Button
        size="sm"
        variant="primary"
        aria-keyshortcuts="a"
        disabled={isDoing}
        isBusy={pressed === "accept"}
        onClick={() => mutate({ conversation, deed: { kind: "accept" } })}
      >
        Accept
      </Button>
      <Button size="sm" disabled={isDoing} isBusy={pressed === "decline"} onClick={() => mutate({ conversation, deed: { kind: "decline" } })}>
        Decline
      </Button>
    </>
  );
}
