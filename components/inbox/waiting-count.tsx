"use client";

import { useQuery } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { listQuery, offeredToMeFilters, waitingForMeFilters } from "./lists";

/** How many conversations are offered to me or wait for me, for the navigation; nothing when none is. */
export function WaitingCount() {
  const { data: offered } = useQuery(listQuery(offeredToMeFilters));
  const { data: waiting } = useQuery(listQuery(waitingForMeFilters));
  const counts = { offered: offered?.items.length ?? 0, waiting: waiting?.items.length ?? 0 };
  const count = counts.offered + counts.waiting;
  if (count === 0) return null;
  const spoken = [
    counts.offered > 0 ? `${counts.offered} offered to you` : null,
    counts.waiting > 0 ? `${counts.waiting} waiting for you` : null,
  ];
  return (
    <Badge tone="caution">
      <span aria-hidden>{count}</span>
      <span className="sr-only">{spoken.filter((part) => part !== null).join(", ")}</span>
    </Badge>
  );
}
