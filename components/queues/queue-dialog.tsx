"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { queuesQuery } from "@/components/layout/routing-queries";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { Queue } from "@/lib/contracts/queues";
import { createQueue, updateQueue, type QueueFields } from "./queries";

const strategies = [
  { value: "most_room", label: "The agent with the most room" },
  { value: "longest_idle", label: "The agent longest without a new one" },
] as const;

interface QueueDialogProps {
  /** To be changed; undefined: a new one. */
  queue?: Queue;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function QueueDialog({ queue, isOpen, onOpenChange }: QueueDialogProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={queue === undefined ? "Add a queue" : `Change ${queue.name}`}
      saveLabel={queue === undefined ? "Add queue" : "Save"}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const fields = fieldsOf(values);
        const saved = queue === undefined ? await createQueue(fields) : await saveChanges(queue, fields);
        await queryClient.invalidateQueries({ queryKey: queuesQuery().queryKey });
        onOpenChange(false);
        toast.success(queue === undefined ? `${saved.name} is a queue now. Choose under Teams who serves it.` : `${saved.name} is saved`);
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input defaultValue={queue?.name ?? ""} autoComplete="off" maxLength={60} />
          </Field>
          <div className="flex gap-3">
            <Field label="Priority" name="priority" className="flex-1" error={errorOf("priority", "The priority")} hint="1 to 100, 1 first">
              <Input defaultValue={queue?.priority ?? 50} inputMode="numeric" autoComplete="off" />
            </Field>
            <Field label="Weight" name="weight" className="flex-1" error={errorOf("weight", "The weight")} hint="Of an agent’s capacity">
              <Input defaultValue={queue?.weight ?? 1} inputMode="numeric" autoComplete="off" />
            </Field>
          </div>
          <Field label="Who is next" name="strategy" error={errorOf("strategy", "Who is next")}>
            <Select name="strategy" defaultValue={queue?.strategy ?? "most_room"} items={[...strategies]}>
              <SelectTrigger className="w-full">
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                {strategies.map(({ value, label }) => (
                  <SelectItem key={value} value={value}>
                    {label}
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </Field>
          <Field label="Overflow after, in seconds" name="overflowAfterSeconds" error={errorOf("overflowAfterSeconds", "The time")} hint="So long in line, and overflow teams may take it too. Empty: never.">
            <Input defaultValue={queue?.overflowAfterSeconds ?? ""} inputMode="numeric" autoComplete="off" />
          </Field>
          <p className="text-xs text-ink-faint">Priority and weight count for conversations that enter from now on.</p>
        </>
      )}
    </FormDialog>
  );
}

function fieldsOf(values: FormData): QueueFields {
  const overflowAfter = textOf(values, "overflowAfterSeconds");
  return {
    name: textOf(values, "name") ?? "",
    priority: Number(textOf(values, "priority")),
    weight: Number(textOf(values, "weight")),
    strategy: textOf(values, "strategy") === "longest_idle" ? "longest_idle" : "most_room",
    overflowAfterSeconds: overflowAfter === null ? null : Number(overflowAfter),
  };
}

/** Only what was changed here, so that what somebody else changed meanwhile stays. */
async function saveChanges(queue: Queue, { name, priority, weight, strategy, overflowAfterSeconds }: QueueFields): Promise<Queue> {
  const changed = {
    ...(name !== queue.name && { name }),
    ...(priority !== queue.priority && { priority }),
    ...(weight !== queue.weight && { weight }),
    ...(strategy !== queue.strategy && { strategy }),
    ...(overflowAfterSeconds !== queue.overflowAfterSeconds && { overflowAfterSeconds }),
  };
  return Object.keys(changed).length === 0 ? queue : updateQueue(queue.id, changed);
}
