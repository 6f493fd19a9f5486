"use client";

import { useQuery } from "@tanstack/react-query";
import { Moment } from "@/components/ui/age";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { routingLogQuery } from "./queries";

/** "Why here?": the decisions on a conversation as sentences, newest last; read when it is shown. */
export function WhyHere({ conversationId }: { conversationId: string }) {
  const { data, error, isFetching, refetch } = useQuery(routingLogQuery(conversationId));
  if (data) return <Sentences entries={data.items} />;
  if (error instanceof ProblemError && error.code === "forbidden") {
    return <p className="text-sm text-ink-muted">Your permission set does not show routing decisions. An administrator can allow it.</p>;
  }
  if (error) {
    return (
      <div role="alert" className="flex flex-col items-start gap-2 text-sm text-ink-muted">
        <p>{sentenceOf(error)}</p>
        <Button size="sm" isBusy={isFetching} onClick={() => void refetch()}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">Loading decisions</span>
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-4/5" />
    </div>
  );
}

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly sentence: string;
}

function Sentences({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p className="text-sm text-ink-muted">Nothing is decided yet: the router looks at it now.</p>;
  return (
    <ol className="flex flex-col">
      {entries.map(({ id, at, sentence }, index) => (
        <li key={id} className="relative flex gap-3 pb-3 text-sm last:pb-0">
          <span aria-hidden className="flex w-2 shrink-0 flex-col items-center pt-1.5">
            <span className={`size-2 rounded-full ${index === entries.length - 1 ? "bg-accent" : "bg-line-strong"}`} />
            {index < entries.length - 1 && <span className="absolute top-4 -bottom-1.5 w-px bg-line-strong" />}
          </span>
          <div className="min-w-0 flex-1">
            <p className="text-pretty wrap-anywhere text-ink">{sentence}</p>
            <Moment at={at} className="text-xs text-ink-faint" />
          </div>
        </li>
      ))}
    </ol>
  );
}
