"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { moved } from "@/components/layout/list-differences";
import { ReadOnlyNote } from "@/components/layout/read-only-note";
import { queuesQuery, teamsQuery } from "@/components/layout/routing-queries";
import { RowsSkeleton } from "@/components/layout/rows-skeleton";
import { SortableList } from "@/components/layout/sortable-list";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Queue } from "@/lib/contracts/queues";
import { orderQueues } from "./queries";
import { QueueDialog } from "./queue-dialog";
import { QueueRow } from "./queue-row";

export function Queues() {
  const mayChange = useMay("routing_settings.write");
  const [isAdding, setIsAdding] = useState(false);
  const { data, error, refetch, isFetching } = useQuery(queuesQuery());
  return (
    <div className="flex flex-col gap-3 pb-8">
      {mayChange ? null : <ReadOnlyNote what="the queues" />}
      <div className="flex flex-wrap items-start gap-3">
        <p className="min-w-0 flex-1 basis-80 text-pretty text-ink-muted">
          Where conversations stand in line. What no rule sends elsewhere goes to the default queue. Agents are given the lowest priority number first; the order here is only that of lists.
        </p>
        {mayChange ? (
          <Button onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
            Add queue
          </Button>
        ) : null}
      </div>
      {data !== undefined ? (
        <QueueList queues={data.items} isReadOnly={!mayChange} />
      ) : error !== null ? (
        <ErrorState title="The queues could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <RowsSkeleton />
      )}
      <QueueDialog isOpen={isAdding} onOpenChange={setIsAdding} />
    </div>
  );
}

function QueueList({ queues, isReadOnly }: { queues: readonly Queue[]; isReadOnly: boolean }) {
  const queryClient = useQueryClient();
  const { data: teams } = useQuery(teamsQuery());
  const { queryKey } = queuesQuery();
  const { mutate } = useMutation({
    mutationFn: (ordered: readonly Queue[]) => orderQueues(ordered.map(({ id }) => id)),
    // At once: what is put down stays where it was put.
    onMutate: async (ordered) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, { items: [...ordered] });
      return { before: queues };
    },
    onSuccess: (_, __, { before }) => toast.success("The queues are in another order", { action: { label: "Undo", onClick: () => mutate(before) } }),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  const move = (from: number, to: number) => mutate(moved(queues, from, to));
  const teamsOf = (queueId: string) => teams?.items.filter((team) => team.queues.some(({ queue }) => queue.id === queueId)).map(({ name }) => name);
  return (
    <div className="rounded-xl border border-line bg-surface [&_li:first-child]:rounded-t-xl [&_li:last-child]:rounded-b-xl [&_li+li]:border-t [&_li+li]:border-line">
      <SortableList label="Queues" items={queues.map(({ id, name }) => ({ key: id, name }))} onMove={move}>
        {queues.map((queue, at) => (
          <QueueRow key={queue.id} queue={queue} queues={queues} teams={teamsOf(queue.id)} isReadOnly={isReadOnly} onMove={(by) => move(at, at + by)} />
        ))}
      </SortableList>
    </div>
  );
}
