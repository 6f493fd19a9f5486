"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import type { ConversationPage } from "@/lib/contracts/conversations";
import { listQuery, mineFilters, offeredToMeFilters } from "./lists";
import { useOfferNotices } from "./offer-notices";
import { useUnseen } from "./seen";
import { pathOf, useSelectedId } from "./selection";
import { useTitleCount } from "./title-count";

/** Wherever one is on the desk: a toast for what was just routed or offered to me, and how much of mine is new in the tab's title. */
export function RoutedNotices() {
  const { data: mine } = useQuery(listQuery(mineFilters));
  const { data: offers } = useQuery(listQuery(offeredToMeFilters));
  const selectedId = useSelectedId();
  const unseenIds = useUnseen(mine?.items, selectedId);
  useTitleCount(unseenIds.size + (offers?.items.length ?? 0));
  useOfferNotices(offers, selectedId);
  useRoutedToast(mine, offers, selectedId);
  return null;
}

function useRoutedToast(mine: ConversationPage | undefined, offers: ConversationPage | undefined, selectedId: string | null): void {
  const router = useRouter();
  const known = useRef<ReadonlySet<string> | null>(null);
  const offeredUntil = useRef(new Map<string, number>());
  useEffect(() => {
    for (const { id, routing } of offers?.items ?? []) offeredUntil.current.set(id, Date.parse(routing.offer?.until ?? ""));
  }, [offers]);
  useEffect(() => {
    if (!mine) return;
    const before = known.current;
    known.current = new Set(mine.items.map(({ id }) => id));
    if (before === null) return;
    for (const { id, customer, lastMessagePreview } of mine.items) {
      // The one that is open shows it by itself; one that was offered was accepted, and is no news.
      const wasOffered = Date.parse(mine.now) <= (offeredUntil.current.get(id) ?? 0);
      if (before.has(id) || id === selectedId || wasOffered) continue;
      toast(`${customer.name} was routed to you`, {
        id,
        description: lastMessagePreview,
        action: { label: "Open", onClick: () => router.push(pathOf(id)) },
      });
    }
  }, [mine, selectedId, router]);
}
