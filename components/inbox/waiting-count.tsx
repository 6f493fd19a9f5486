"use client";

import { useQuery } from "@tanstack/react-query";
import { Badge } from "@/components/ui/badge";
import { listQuery, waitingForMeFilters } from "./lists";

/** How many conversations wait for me, for the navigation; nothing when none does. */
export function WaitingCount() {
  const { data } = useQuery(listQuery(waitingForMeFilters));
  const count = data?.items.length ?? 0;
  if (count === 0) return null;
  return (
    <Badge tone="caution">
      {count}
      <span className="sr-only">{count === 1 ? " waits for you" : " wait for you"}</span>
    </Badge>
  );
}
