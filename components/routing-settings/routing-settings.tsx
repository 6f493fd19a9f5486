"use client";

import { useQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { routingSettingsQuery } from "./queries";
import { RoutingSettingsForm } from "./routing-settings-form";

export function RoutingSettings() {
  const { data, error, refetch, isFetching } = useQuery(routingSettingsQuery());
  if (data !== undefined) return <RoutingSettingsForm saved={data} />;
  if (error !== null) {
    return <ErrorState title="The routing settings could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  }
  return <RoutingSettingsSkeleton />;
}

export function RoutingSettingsSkeleton() {
  return (
    <div aria-busy className="rounded-xl border border-line">
      <div className="flex h-12 items-center gap-2.5 px-4">
        <Skeleton className="size-4" />
        <Skeleton className="h-4 w-36" />
      </div>
      <div className="flex gap-3 border-t border-line px-4 py-3">
        <Skeleton className="h-5 w-9 rounded-full" />
        <div className="flex h-15 flex-col gap-2 pt-0.5">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-4 w-64" />
        </div>
      </div>
      <div className="flex h-[5.25rem] flex-col gap-2 border-t border-line px-4 pt-3.5 sm:h-[4.125rem] lg:h-[5.25rem]">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="h-4 w-72 max-w-full" />
      </div>
      {Array.from({ length: 7 }, (_, row) => (
        <div key={row} className="flex h-[8.0625rem] items-start gap-4 border-t pt-4 sm:h-[5.8125rem] lg:h-12.25 lg:items-center lg:pt-0 border-line px-4">
          <Skeleton className="h-4 w-32" />
          <Skeleton className="mt-1.5 h-1 flex-1 lg:mt-0" />
          <Skeleton className="h-8 w-30" />
        </div>
      ))}
    </div>
  );
}
