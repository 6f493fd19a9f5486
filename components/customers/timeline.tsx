"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { MessagesSquare } from "lucide-react";
import type { ComponentType } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { timelineQuery } from "./queries";
import { TimelineRow } from "./timeline-row";

interface TimelineProps {
  customer: { id: string; name: string };
  WhyHere: ComponentType<{ conversationId: string }>;
}

/** The customer's conversations, newest first. */
export function Timeline({ customer, WhyHere }: TimelineProps) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(timelineQuery(customer.id));
  if (data === undefined) {
    return error === null ? (
      <TimelineSkeleton />
    ) : (
      <ErrorState title="The timeline could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
    );
  }
  const conversations = data.pages.flatMap(({ items }) => items);
  if (conversations.length === 0) {
    return (
      <EmptyState icon={MessagesSquare} title="No conversation yet" className="rounded-xl border border-dashed border-line-strong">
        As soon as {customer.name} writes in, it shows here with who has it and why.
      </EmptyState>
    );
  }
  return (
    <>
      <ol className="overflow-clip rounded-xl border border-line">
        {conversations.map((conversation) => (
          <TimelineRow key={conversation.id} conversation={conversation} WhyHere={WhyHere} />
        ))}
      </ol>
      {hasNextPage ? (
        <Button className="self-center" onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
          Load earlier conversations
        </Button>
      ) : null}
    </>
  );
}

function TimelineSkeleton() {
  return (
    <div aria-busy className="rounded-xl border border-line">
      {Array.from({ length: 5 }, (_, row) => (
        <div key={row} className="flex h-[4.25rem] flex-col justify-center gap-2 border-t border-line px-4 first:border-t-0">
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/3" />
        </div>
      ))}
    </div>
  );
}
