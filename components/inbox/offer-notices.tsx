"use client";

import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { toast } from "sonner";
import { Countdown } from "@/components/ui/countdown";
import { meQuery } from "@/lib/client/me";
import { noteOffers } from "@/lib/client/offers";
import type { Conversation, ConversationPage } from "@/lib/contracts/conversations";
import { takeAnswer } from "./answered-offers";
import { conversationQuery } from "./queries";
import { focusedRowId } from "./row-focus";
import { useDeed } from "./use-deed";
import { useShortcuts, type Shortcuts } from "./use-shortcuts";

/** A toast for each offer, for as long as it stands, with Accept; the same by a key; and a word when it ends otherwise. */
export function useOfferNotices(offers: ConversationPage | undefined, selectedId: string | null): void {
  const queryClient = useQueryClient();
  const { mutate } = useDeed();
  const { data: me } = useQuery(meQuery());
  const myId = me?.user?.id;
  const known = useRef<ReadonlyMap<string, Conversation>>(new Map());

  useEffect(() => {
    if (offers && myId !== undefined) noteOffers(myId, offers.items.map(untilOf), Date.parse(offers.now));
  }, [offers, myId]);

  useEffect(() => {
    if (!offers) return;
    const before = known.current;
    known.current = new Map(offers.items.map((item) => [item.id, item]));
    for (const conversation of offers.items) {
      const earlier = before.get(conversation.id);
      const isKnown = earlier !== undefined && untilOf(earlier) === untilOf(conversation);
      // The one that is open says so itself.
      if (isKnown || conversation.id === selectedId) continue;
      tellOffer(conversation, () => mutate({ conversation, deed: { kind: "accept" } }));
    }
    for (const conversation of before.values()) {
      if (known.current.has(conversation.id)) continue;
      toast.dismiss(toastIdOf(conversation.id));
      void tellEnd(queryClient, conversation, Date.parse(offers.now));
    }
  }, [offers, selectedId, mutate, queryClient]);

  useEffect(() => {
    if (selectedId !== null) toast.dismiss(toastIdOf(selectedId));
  }, [selectedId]);

  const shortcuts = useMemo(
    (): Shortcuts => ({
      a: () => {
        // What is open may be known to be offered before the list is.
        const open = selectedId === null ? undefined : queryClient.getQueryData(conversationQuery(selectedId).queryKey);
        const isOpenOffered = myId !== undefined && open?.routing.offer?.agent.id === myId;
        const conversation = meant(offers?.items ?? [], isOpenOffered ? open : undefined);
        if (conversation) mutate({ conversation, deed: { kind: "accept" } });
        return conversation !== undefined;
      },
    }),
    [offers, selectedId, myId, mutate, queryClient],
  );
  useShortcuts(shortcuts);
}

/** The one that has the focus, else the one that is open, else the one with the least time. */
function meant(offered: readonly Conversation[], open: Conversation | undefined): Conversation | undefined {
  const focusedId = focusedRowId();
  return offered.find(({ id }) => id === focusedId) ?? open ?? offered.toSorted((a, b) => untilOf(a) - untilOf(b))[0];
}

function tellOffer(conversation: Conversation, accept: () => void): void {
  const { id, customer, lastMessagePreview, routing } = conversation;
  const title = (
    <>
      {customer.name} is offered to you
      {routing.offer && (
        <span aria-hidden>
          {" "}
          · <Countdown until={routing.offer.until} over="time is up" />
        </span>
      )}
    </>
  );
  toast(title, {
    id: toastIdOf(id),
    description: lastMessagePreview,
    duration: Infinity,
    action: {
      label: "Accept",
      onClick: ({ currentTarget }) => {
        // The toasts give the focus back when it leaves them: now, and not once the composer has it.
        currentTarget.blur();
        accept();
      },
    },
  });
}

/** Of an offer that ended and was not answered here. That it lapsed is told with what it means for one's status. */
async function tellEnd(queryClient: QueryClient, conversation: Conversation, now: number): Promise<void> {
  const { id, customer } = conversation;
  if (takeAnswer(id)) return;
  const [shown, me] = await Promise.all([
    queryClient.fetchQuery({ ...conversationQuery(id), staleTime: 0 }).catch(() => null),
    // Who went away is offered nothing any more, and knows why.
    queryClient.fetchQuery({ ...meQuery(), staleTime: 0 }).catch(() => null),
  ]);
  const assignee = shown?.assignee ?? null;
  if (assignee !== null && assignee.id === me?.user?.id) return;
  if (assignee !== null) toast(`${assignee.name} has ${customer.name} now`, { description: "It is no longer offered to you." });
  else if (now < untilOf(conversation) && me?.user?.agent?.status === "available") toast(`${customer.name} is no longer offered to you`);
}

/** Epoch ms by the server's clock. */
function untilOf({ routing }: Conversation): number {
  return Date.parse(routing.offer?.until ?? "");
}

function toastIdOf(conversationId: string): string {
  return `offer:${conversationId}`;
}
