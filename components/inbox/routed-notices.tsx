"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import type { Conversation } from "@/lib/contracts/conversations";
import { listQuery, mineFilters } from "./lists";
import { useUnseen } from "./seen";
import { pathOf, useSelectedId } from "./selection";
import { useTitleCount } from "./title-count";

/** Wherever one is on the desk: a toast for what was just routed to me, and how much of mine is new in the tab's title. */
export function RoutedNotices() {
  const { data } = useQuery(listQuery(mineFilters));
  const selectedId = useSelectedId();
  const unseenIds = useUnseen(data?.items, selectedId);
  useTitleCount(unseenIds.size);
  useRoutedToast(data?.items, selectedId);
  return null;
}

function useRoutedToast(mine: readonly Conversation[] | undefined, selectedId: string | null): void {
  const router = useRouter();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (!mine) return;
    const before = known.current;
    known.current = new Set(mine.map(({ id }) => id));
    if (before === null) return;
    for (const { id, customer, lastMessagePreview } of mine) {
      // The one that is open shows it by itself.
      if (before.has(id) || id === selectedId) continue;
      toast(`${customer.name} was routed to you`, {
        id,
        description: lastMessagePreview,
        action: { label: "Open", onClick: () => router.push(pathOf(id)) },
      });
    }
  }, [mine, selectedId, router]);
}
