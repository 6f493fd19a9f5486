"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Search, UserPlus, Users } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import { CreateCustomer } from "./create-customer";
import { CustomerTable, CustomerTableSkeleton } from "./customer-table";
import { customersQuery } from "./queries";

export function CustomerList() {
  // From the address and not from the page: on the way back the page comes from memory, as it was first shown.
  const [search, setSearch] = useState(useSearchParams().get("search") ?? "");
  const settled = useSettled(search.trim());
  const mayWrite = useMay("customer.write");
  const [isCreating, setIsCreating] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  useSlashFocuses(searchRef);
  useSearchInAddress(settled);

  return (
    <div className="mx-auto flex max-w-6xl flex-col pb-8">
      <PageHeader
        title="Customers"
        actions={
          mayWrite ? (
            <Button onClick={() => setIsCreating(true)}>
              <UserPlus aria-hidden />
              New customer
            </Button>
          ) : null
        }
      />
      <search className="sticky top-0 z-10 bg-surface px-4 py-3 sm:px-6">
        <div className="relative max-w-md">
          <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-ink-faint" />
          <Input
            ref={searchRef}
            type="search"
            aria-label="Search customers"
            placeholder="Search by name or e-mail"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setSearch("");
              if (event.key === "ArrowDown") {
                event.preventDefault();
                document.querySelector<HTMLElement>("[data-customer-row]")?.focus();
              }
            }}
            autoComplete="off"
            className="pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden"
          />
          <span aria-hidden className="absolute top-1/2 right-2 hidden -translate-y-1/2 sm:block">
            <Kbd>/</Kbd>
          </span>
        </div>
      </search>
      <Found search={settled} onCreate={mayWrite ? () => setIsCreating(true) : undefined} onClear={() => setSearch("")} />
      <CreateCustomer isOpen={isCreating} onOpenChange={setIsCreating} />
    </div>
  );
}

interface FoundProps {
  search: string;
  onCreate: (() => void) | undefined;
  onClear: () => void;
}

function Found({ search, onCreate, onClear }: FoundProps) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(customersQuery(search));
  if (data === undefined) {
    return error === null ? (
      <CustomerTableSkeleton />
    ) : (
      <ErrorState title="Customers could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
    );
  }
  const customers = data.pages.flatMap(({ items }) => items);
  if (customers.length === 0) return search === "" ? <NoCustomers onCreate={onCreate} /> : <NothingFound search={search} onClear={onClear} />;
  return (
    <>
      <CustomerTable customers={customers} isOld={isPlaceholderData} />
      <p role="status" className="sr-only">
        {customers.length} customers shown{hasNextPage ? ", more can be loaded" : ""}
      </p>
      {hasNextPage ? (
        <Button className="mt-3 self-center" onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
          Load more
        </Button>
      ) : null}
    </>
  );
}

function NoCustomers({ onCreate }: Pick<FoundProps, "onCreate">) {
  return (
    <EmptyState
      icon={Users}
      title="No customers yet"
      action={onCreate === undefined ? undefined : <Button variant="primary" onClick={onCreate}>New customer</Button>}
    >
      They come by themselves when they write in, or add the first one by hand.
    </EmptyState>
  );
}

function NothingFound({ search, onClear }: Pick<FoundProps, "search" | "onClear">) {
  return (
    <EmptyState icon={Search} title={`Nobody matches “${search}”`} action={<Button onClick={onClear}>Clear the search</Button>}>
      Try part of the name, or the e-mail they write from.
    </EmptyState>
  );
}

/** "/" leads to the search, as long as nobody is typing. */
function useSlashFocuses(ref: { current: HTMLInputElement | null }) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable], [role=dialog]")) return;
      event.preventDefault();
      ref.current?.focus();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [ref]);
}

/** The search stands in the address, so that the way back from a profile finds it again. */
function useSearchInAddress(search: string) {
  useEffect(() => {
    const address = search === "" ? "/customers" : `/customers?search=${encodeURIComponent(search)}`;
    if (window.location.pathname + window.location.search !== address) window.history.replaceState(null, "", address);
  }, [search]);
}
