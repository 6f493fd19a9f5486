"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatusOrder, agentStatuses } from "@/lib/client/agent-status";
import { meQuery, useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { AgentStatus, AgentSummary } from "@/lib/contracts/users";
import { LoadMeter } from "./load-meter";
import { setMyStatus, withMyStatus } from "./queries";

const hints: Record<AgentStatus, string> = {
  available: "New work comes to you, as far as you have room",
  busy: "On a call or in wrap-up; nothing new",
  unavailable: "A break; nothing new",
  offline: "Gone for now; nothing new",
};

export function MyStatus({ agent }: { agent: AgentSummary }) {
  const mayChange = useMay("status.set_own");
  const { mutate } = useSetMyStatus();
  return (
    <div className="flex items-center gap-2 sm:gap-3">
      {/* Who is in no team has no capacity, and nothing to read off a meter. */}
      {agent.capacity === 0 && agent.load === 0 ? null : <LoadMeter load={agent.load} capacity={agent.capacity} />}
      <Select value={agent.status} onValueChange={(status) => (status === null ? undefined : mutate(status))} disabled={!mayChange}>
        <SelectTrigger aria-label="My status" className="w-36 bg-surface">
          <SelectValue>{(status: AgentStatus) => <StatusLine status={status} />}</SelectValue>
        </SelectTrigger>
        <SelectContent align="end">
          {agentStatusOrder.map((status) => (
            <SelectItem key={status} value={status} label={agentStatuses[status].label}>
              <StatusDot shape={agentStatuses[status].shape} />
              <span className="flex flex-col py-0.5 pr-4">
                <span className="font-medium">{agentStatuses[status].label}</span>
                <span className="text-xs text-ink-faint">{hints[status]}</span>
              </span>
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

function StatusLine({ status }: { status: AgentStatus }) {
  return (
    <span className="flex items-center gap-2">
      <StatusDot shape={agentStatuses[status].shape} />
      {agentStatuses[status].label}
    </span>
  );
}

/** Shown at once; taken back with a sentence if the server refuses. */
export function useSetMyStatus() {
  const queryClient = useQueryClient();
  const { queryKey } = meQuery();
  return useMutation({
    mutationFn: setMyStatus,
    onMutate: async (status) => {
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (me) => (me === undefined ? me : withMyStatus(me, status)));
      return { before };
    },
    onError: (error, status, context) => {
      if (context?.before !== undefined) queryClient.setQueryData(queryKey, context.before);
      toast.error(`You are not ${agentStatuses[status].label.toLowerCase()} yet. ${sentenceOf(error)}`);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
}
