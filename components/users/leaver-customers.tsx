"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import { customersOfQuery } from "./queries";

interface LeaverCustomersProps {
  userId: string;
  name: string;
  count: number;
}

/** Whom somebody leaves behind: how many, and who. */
export function LeaverCustomers({ userId, name, count }: LeaverCustomersProps) {
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim());
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(customersOfQuery(userId, settled));
  const customers = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="flex flex-col gap-2">
      <p>
        {name} is the dedicated agent of <strong className="font-semibold">{count === 1 ? "1 customer" : `${count.toLocaleString("en")} customers`}</strong>.
      </p>
      <Input type="search" aria-label={`Search the customers of ${name}`} placeholder="Search by name or e-mail" value={search} onChange={(event) => setSearch(event.currentTarget.value)} autoComplete="off" />
      <div role="region" aria-label={`Customers of ${name}`} tabIndex={0} className="h-36 overflow-y-auto rounded-md border border-line">
        <ul className={cn("transition-opacity", isPlaceholderData && "opacity-60")}>
          {customers.map((customer) => (
            <li key={customer.id} className="flex min-h-7 items-center gap-3 px-2.5">
              <span className="min-w-0 flex-1 truncate">{customer.name}</span>
              <span className="max-w-[55%] truncate text-xs text-ink-faint">{customer.email}</span>
            </li>
          ))}
        </ul>
        {data !== undefined && customers.length === 0 ? <p className="px-2.5 py-2 text-ink-muted">Nobody matches “{settled}”.</p> : null}
        {error === null ? null : <p className="px-2.5 py-2 text-negative-ink">{sentenceOf(error)}</p>}
        {hasNextPage ? (
          <Button size="sm" variant="ghost" className="m-1" onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
            Load more
          </Button>
        ) : null}
      </div>
    </div>
  );
}
