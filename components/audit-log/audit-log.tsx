"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, History } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import type { AuditSubjectKind } from "@/lib/contracts/audit-log";
import { AuditRow } from "./audit-row";
import { auditFile, auditQuery, type AuditChoice } from "./queries";

const kinds = [
  { value: null, label: "Everything" },
  { value: "settings", label: "Settings" },
  { value: "channel", label: "Channels" },
  { value: "customer", label: "Customers" },
  { value: "user", label: "Users" },
  { value: "api_key", label: "API keys" },
] as const satisfies readonly { value: AuditSubjectKind | null; label: string }[];

export function AuditLog() {
  const [subjectKind, setSubjectKind] = useState<AuditSubjectKind | null>(null);
  return (
    <div className="mx-auto max-w-4xl pb-8">
      <PageHeader
        path={[{ label: "Settings" }, { label: "Access" }]}
        title="Audit log"
        actions={
          <a href={auditFile({ subjectKind })} download className={buttonVariants()}>
            <Download aria-hidden />
            CSV
          </a>
        }
      />
      <p className="px-4 pt-1 text-pretty text-ink-muted sm:px-6">Who changed what, from what to what, when and from where. Nothing here can be changed.</p>
      <div className="px-4 pt-3 sm:px-6">
        <Select value={subjectKind} onValueChange={setSubjectKind} items={[...kinds]}>
          <SelectTrigger aria-label="Show changes of" className="w-44">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {kinds.map(({ value, label }) => (
              <SelectItem key={label} value={value}>
                {label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <Entries choice={{ subjectKind }} />
    </div>
  );
}

function Entries({ choice }: { choice: AuditChoice }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditQuery(choice));
  if (data === undefined) {
    if (error !== null) return <ErrorState title="The audit log could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
    return (
      <div aria-busy className="mt-3">
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="flex h-14 flex-col justify-center gap-2 border-t border-line px-4 sm:px-6">
            <Skeleton className="h-4 w-72 max-w-full" />
            <Skeleton className="h-3 w-40" />
          </div>
        ))}
      </div>
    );
  }
  const entries = data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) {
    return (
      <EmptyState icon={History} title="Nothing has been changed yet">
        What administrators and managers change stands here from now on.
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="mt-3 border-b border-line">
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {hasNextPage ? (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}
