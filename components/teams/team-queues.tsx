"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { FormDialog } from "@/components/layout/form-dialog";
import { queuesQuery, teamsQuery } from "@/components/layout/routing-queries";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Team } from "@/lib/contracts/teams";
import { saveTeamQueues } from "./queries";

const ways = [
  { value: "no", label: "Doesn’t serve it" },
  { value: "serves", label: "Serves it" },
  { value: "overflow", label: "Only as overflow" },
] as const;

interface TeamQueuesProps {
  team: Team;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The team's routing profile. */
export function TeamQueues({ team, isOpen, onOpenChange }: TeamQueuesProps) {
  const queryClient = useQueryClient();
  const { data, error } = useQuery(queuesQuery());
  const queues = data?.items ?? [];
  return (
    <FormDialog
      title={`Queues of ${team.name}`}
      description="As overflow it may take what has stood in line for the queue’s overflow time."
      saveLabel="Save"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const served = queues.filter(({ id }) => values.get(id) === "serves" || values.get(id) === "overflow");
        const saved = await saveTeamQueues(team.id, served.map(({ id }) => ({ queueId: id, isOverflow: values.get(id) === "overflow" })));
        await queryClient.invalidateQueries({ queryKey: teamsQuery().queryKey });
        onOpenChange(false);
        toast.success(`The queues of ${saved.name} are saved`);
      }}
    >
      {() => (
        <ul className="flex flex-col gap-2">
          {data === undefined ? <li className="text-ink-muted">{error === null ? "Reading the queues…" : sentenceOf(error)}</li> : null}
          {queues.map(({ id, name, overflowAfterSeconds }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="min-w-32 flex-1">
                <span className="block truncate font-medium">{name}</span>
                <span className="block text-xs text-ink-faint">{overflowAfterSeconds === null ? "Never overflows" : `Overflows after ${overflowAfterSeconds} s`}</span>
              </span>
              <Select name={id} defaultValue={wayOf(team, id)} items={[...ways]}>
                <SelectTrigger aria-label={`${team.name} and ${name}`} className="w-44">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {ways.map(({ value, label }) => (
                    <SelectItem key={value} value={value}>
                      {label}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            </li>
          ))}
        </ul>
      )}
    </FormDialog>
  );
}

function wayOf({ queues }: Team, queueId: string): (typeof ways)[number]["value"] {
  const served = queues.find(({ queue }) => queue.id === queueId);
  if (served === undefined) return "no";
  return served.isOverflow ? "overflow" : "serves";
}
