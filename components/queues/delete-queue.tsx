"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { queuesQuery } from "@/components/layout/routing-queries";
import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Queue } from "@/lib/contracts/queues";
import { deleteQueue, queueUseQuery } from "./queries";
import { countedUse, ledHere } from "./use-in-words";

interface DeleteQueueProps {
  queue: Queue;
  /** Where its conversations can go. */
  others: readonly Queue[];
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Says what moves before it moves: there is no way back. */
export function DeleteQueue({ queue, others, isOpen, onOpenChange }: DeleteQueueProps) {
  const queryClient = useQueryClient();
  const { data: use, error } = useQuery({ ...queueUseQuery(queue.id), enabled: isOpen });
  const [chosenId, setChosenId] = useState(others.find(({ isDefault }) => isDefault)?.id ?? null);
  const chosen = others.find(({ id }) => id === chosenId) ?? others[0];
  const { mutate, isPending } = useMutation({
    mutationFn: (to: Queue) => deleteQueue(queue.id, to.id),
    onSuccess: async ({ movedConversations }, to) => {
      onOpenChange(false);
      await queryClient.invalidateQueries({ queryKey: queuesQuery().queryKey });
      toast.success(`${queue.name} is deleted; ${movedConversations === 1 ? "1 conversation" : `${movedConversations} conversations`} moved to ${to.name}`);
    },
    onError: (problem) => toast.error(sentenceOf(problem)),
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialogContent
        title={`Delete ${queue.name}?`}
        description={error === null ? (use === undefined ? "Counting what is in it…" : countedUse(use)) : sentenceOf(error)}
        body={
          <div className="mt-2 flex flex-col gap-3">
            <Field label="Its conversations go to">
              <Select<string> value={chosen?.id ?? null} onValueChange={setChosenId} items={others.map(({ id, name }) => ({ value: id, label: name }))}>
                <SelectTrigger className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {others.map(({ id, name }) => (
                    <SelectItem key={id} value={id}>
                      {name}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            </Field>
            {use === undefined ? null : <p className="text-pretty text-ink-muted">{ledHere(use)}</p>}
            <p className="text-pretty text-ink-muted">What waits takes on the priority and weight of that queue and keeps its place. It can’t be undone.</p>
          </div>
        }
      >
        <Button onClick={() => onOpenChange(false)}>Keep it</Button>
        <Button variant="danger" isBusy={isPending} disabled={chosen === undefined || use === undefined} onClick={() => (chosen === undefined ? undefined : mutate(chosen))}>
          Delete queue
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}
