"use client";

import { useQuery } from "@tanstack/react-query";
import { customStatusesQuery } from "@/components/layout/queries";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { StatusesForm } from "./statuses-form";

export function Statuses() {
  const { data, error, refetch, isFetching } = useQuery(customStatusesQuery());
  if (data !== undefined) return <StatusesForm saved={data} />;
  if (error !== null) return <ErrorState title="The statuses could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  return (
    <div aria-busy className="flex flex-col gap-3">
      {Array.from({ length: 4 }, (_, row) => (
        <Skeleton key={row} className="h-12 w-full" />
      ))}
    </div>
  );
}
