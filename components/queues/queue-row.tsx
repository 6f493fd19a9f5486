"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, MoreVertical, Pencil, Star, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { queuesQuery } from "@/components/layout/routing-queries";
import { SortableRow } from "@/components/layout/sortable-list";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Queue } from "@/lib/contracts/queues";
import { DeleteQueue } from "./delete-queue";
import { updateQueue } from "./queries";
import { QueueDialog } from "./queue-dialog";

interface QueueRowProps {
  queue: Queue;
  queues: readonly Queue[];
  /** Names of teams; undefined while they are read. */
  teams: readonly string[] | undefined;
  isReadOnly: boolean;
  onMove: (by: 1 | -1) => void;
}

export function QueueRow({ queue, queues, teams, isReadOnly, onMove }: QueueRowProps) {
  const { id, name, isDefault, priority, weight, strategy, overflowAfterSeconds } = queue;
  return (
    <SortableRow item={{ key: id, name }} isReadOnly={isReadOnly}>
      {(handle) => (
        <div className="flex min-h-16 items-center gap-2 px-3 py-2">
          {handle}
          <div className="min-w-0 flex-1">
            <p className="flex min-w-0 items-center gap-2">
              <span className="truncate font-medium">{name}</span>
              {isDefault ? <Badge tone="accent">Default</Badge> : null}
            </p>
            <p className="text-xs text-pretty text-ink-muted">
              Priority {priority} · weight {weight} · {strategy === "most_room" ? "most room" : "longest idle"}
              {overflowAfterSeconds === null ? "" : ` · overflow after ${overflowAfterSeconds} s`}
            </p>
            {teams === undefined ? null : (
              <p className={teams.length === 0 ? "text-xs text-caution-ink" : "truncate text-xs text-ink-faint"}>
                {teams.length === 0 ? "No team serves it: choose one under Teams" : `Served by ${teams.join(", ")}`}
              </p>
            )}
          </div>
          {isReadOnly ? null : <Deeds queue={queue} queues={queues} onMove={onMove} />}
        </div>
      )}
    </SortableRow>
  );
}

function Deeds({ queue, queues, onMove }: Pick<QueueRowProps, "queue" | "queues" | "onMove">) {
  const [shown, setShown] = useState<"edit" | "delete" | null>(null);
  const queryClient = useQueryClient();
  const { mutate: makeDefault } = useMutation({
    mutationFn: () => updateQueue(queue.id, { isDefault: true }),
    onSuccess: ({ name }) => toast.success(`${name} is the default queue now`),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queuesQuery().queryKey }),
  });
  const at = queues.findIndex(({ id }) => id === queue.id);
  const others = queues.filter(({ id }) => id !== queue.id);
  const show = (which: "edit" | "delete") => (isOpen: boolean) => setShown(isOpen ? which : null);
  return (
    <>
      <Button variant="ghost" size="icon" aria-label={`Change ${queue.name}`} onClick={() => setShown("edit")}>
        <Pencil aria-hidden />
      </Button>
      <Menu>
        <MenuTrigger render={<Button variant="ghost" size="icon" aria-label={`More for ${queue.name}`} />}>
          <MoreVertical aria-hidden />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem disabled={at === 0} onClick={() => onMove(-1)}>
            <ArrowUp aria-hidden className="size-4" /> Move up
          </MenuItem>
          <MenuItem disabled={at === queues.length - 1} onClick={() => onMove(1)}>
            <ArrowDown aria-hidden className="size-4" /> Move down
          </MenuItem>
          <MenuItem disabled={queue.isDefault} onClick={() => makeDefault()}>
            <Star aria-hidden className="size-4" /> Make it the default
          </MenuItem>
          <MenuItem disabled={queue.isDefault} onClick={() => setShown("delete")}>
            <Trash2 aria-hidden className="size-4" /> {queue.isDefault ? "The default can’t be deleted" : "Delete"}
          </MenuItem>
        </MenuContent>
      </Menu>
      <QueueDialog queue={queue} isOpen={shown === "edit"} onOpenChange={show("edit")} />
      <DeleteQueue queue={queue} others={others} isOpen={shown === "delete"} onOpenChange={show("delete")} />
    </>
  );
}
