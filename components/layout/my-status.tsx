"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatusOrder, agentStatuses, statusNameOf } from "@/lib/client/agent-status";
import { meQuery, useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { AgentStatus, AgentSummary } from "@/lib/contracts/users";
import { LoadMeter } from "./load-meter";
import { customStatusesQuery, plainStatus, setMyStatus, withMyStatus, type StatusChoice } from "./queries";

const hints: Record<AgentStatus, string> = {
  available: "New work comes to you, as far as you have room",
  busy: "On a call or in wrap-up; nothing new",
  unavailable: "A break; nothing new",
  offline: "Gone for now; nothing new",
};

export function MyStatus({ agent }: { agent: AgentSummary }) {
  const mayChange = useMay("status.set_own");
  const { mutate } = useSetMyStatus();
  const { data, refetch } = useQuery({ ...customStatusesQuery(), enabled: mayChange });
  const choices = agentStatusOrder.flatMap((status) => [
    plainStatus(status),
    ...(data?.statuses ?? []).filter(({ type }) => type === status).map(({ id, name }) => ({ status, customStatus: { id, name } })),
  ]);
  const choose = (value: string | null) => {
    const choice = choices.find((one) => valueOf(one) === value);
    if (choice) mutate(choice);
  };
  return (
    <div className="flex items-center gap-2 sm:gap-3">
      {/* Who is in no team has no capacity, and nothing to read off a meter. */}
      {agent.capacity === 0 && agent.load === 0 ? null : <LoadMeter load={agent.load} capacity={agent.capacity} />}
      <Select value={valueOf(agent)} onValueChange={choose} onOpenChange={(isOpen) => isOpen && void refetch()} disabled={!mayChange}>
        <SelectTrigger aria-label="My status" className="w-36 bg-surface">
          <SelectValue className="flex min-w-0 items-center gap-2">
            {() => (
              <>
                <StatusDot shape={agentStatuses[agent.status].shape} />
                <span className="truncate">{statusNameOf(agent)}</span>
              </>
            )}
          </SelectValue>
        </SelectTrigger>
        <SelectContent align="end" className="max-w-80">
          {choices.map((choice) => (
            <SelectItem key={valueOf(choice)} value={valueOf(choice)} label={statusNameOf(choice)}>
              {choice.customStatus === null ? <Plain status={choice.status} /> : <Own name={choice.customStatus.name} status={choice.status} />}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

function Plain({ status }: { status: AgentStatus }) {
  const { shape, label } = agentStatuses[status];
  return (
    <>
      <StatusDot shape={shape} />
      <span className="flex flex-col py-0.5 pr-4">
        <span className="font-medium">{label}</span>
        <span className="text-xs text-ink-faint">{hints[status]}</span>
      </span>
    </>
  );
}

/** One of the organization's own, under its type. */
function Own({ name, status }: { name: string; status: AgentStatus }) {
  const { shape, label } = agentStatuses[status];
  return (
    <span className="flex min-w-0 items-center gap-2 pl-4.5">
      <StatusDot shape={shape} className="size-2" />
      <span className="truncate">{name}</span>
      <span className="sr-only">({label})</span>
    </span>
  );
}

function valueOf({ status, customStatus }: StatusChoice): string {
  return customStatus?.id ?? status;
}

function notYet(choice: StatusChoice): string {
  const name = statusNameOf(choice);
  return choice.customStatus === null ? `You are not ${name.toLowerCase()} yet.` : `Your status is not ${name} yet.`;
}

/** Shown at once; taken back with a sentence if the server refuses. */
export function useSetMyStatus() {
  const queryClient = useQueryClient();
  const { queryKey } = meQuery();
  return useMutation({
    mutationFn: setMyStatus,
    onMutate: async (choice) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (me) => (me === undefined ? me : withMyStatus(me, choice)));
      return { before };
    },
    onError: (error, choice, context) => {
      if (context?.before !== undefined) queryClient.setQueryData(queryKey, context.before);
      toast.error(`${notYet(choice)} ${sentenceOf(error)}`);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
