"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRightLeft, ChevronRight, UserRoundPlus, UsersRound } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from "@/components/ui/popover";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatuses } from "@/lib/client/agent-status";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import type { AgentSummary } from "@/lib/contracts/users";
import { PickerItem, PickerList } from "./picker-list";
import { routableUsersQuery, type Deed } from "./queries";
import { QueueChoices } from "./queue-choices";
import { useDeed } from "./use-deed";

interface AssignPickerProps {
  readonly conversation: ConversationDetail;
  readonly mayTransfer: boolean;
}

/** A manager's hand: to a person, whatever their room, to a queue, or back to the router. */
export function AssignPicker({ conversation, mayTransfer }: AssignPickerProps) {
  const [shown, setShown] = useState<"nothing" | "agents" | "queues">("nothing");
  const { mutate, isPending } = useDeed();
  const choose = (deed: Deed) => {
    setShown("nothing");
    mutate({ conversation, deed });
  };
  return (
    <Popover open={shown !== "nothing"} onOpenChange={(isOpen) => setShown(isOpen ? "agents" : "nothing")}>
      <PopoverTrigger render={<Button isBusy={isPending} />}>
        <UserRoundPlus aria-hidden /> Assign to…
      </PopoverTrigger>
      <PopoverContent align="end" className="w-76 p-0">
        <PopoverTitle className="sr-only">{shown === "queues" ? "Transfer to queue" : "Assign to"}</PopoverTitle>
        {shown === "queues" ? (
          <QueueChoices conversation={conversation} onChoose={(queue) => choose({ kind: "transfer", queue })} onBack={() => setShown("agents")} />
        ) : (
          <AgentChoices
            conversation={conversation}
            onChoose={(agentId) => choose({ kind: "assign", agentId })}
            onTransfer={mayTransfer ? () => setShown("queues") : undefined}
          />
        )}
      </PopoverContent>
    </Popover>
  );
}

interface AgentChoicesProps {
  readonly conversation: ConversationDetail;
  readonly onChoose: (agentId: string | null) => void;
  readonly onTransfer: (() => void) | undefined;
}

function AgentChoices({ conversation, onChoose, onTransfer }: AgentChoicesProps) {
  const { data, error } = useQuery(routableUsersQuery());
  const { assignee, state } = conversation;
  return (
    <PickerList
      label="Agents"
      placeholder="Find an agent…"
      query={{ isLoaded: data !== undefined, error }}
      empty="Nobody by that name can be given conversations."
    >
      {assignee !== null && state === "open" && (
        <PickerItem value="Nobody, back to routing" onSelect={() => onChoose(null)}>
          <UsersRound aria-hidden className="size-5 p-0.5 text-ink-faint" /> Nobody, back to routing
        </PickerItem>
      )}
      {onTransfer && (
        <PickerItem value="Transfer to queue" onSelect={onTransfer}>
          <ArrowRightLeft aria-hidden className="size-5 p-0.5 text-ink-faint" /> Transfer to queue…
          <ChevronRight aria-hidden className="ml-auto size-3.5 text-ink-faint" />
        </PickerItem>
      )}
      {data?.items.map(({ id, name, agent }) => (
        <PickerItem key={id} value={`${name} ${id}`} disabled={id === assignee?.id} onSelect={() => onChoose(id)}>
          <Avatar name={name} size="sm" />
          <span className="min-w-0 flex-1 truncate">
            {name}
            {id === assignee?.id && <span className="text-ink-faint"> has it</span>}
          </span>
          {agent && <AgentRoom agent={agent} />}
        </PickerItem>
      ))}
    </PickerList>
  );
}

function AgentRoom({ agent }: { agent: AgentSummary }) {
  const { shape, label } = agentStatuses[agent.status];
  const isFull = agent.load >= agent.capacity;
  return (
    <>
      {agent.customStatus && <span className="max-w-24 truncate text-xs text-ink-faint">{agent.customStatus.name}</span>}
      <span className={cn("text-xs tabular-nums", isFull ? "text-caution-ink" : "text-ink-faint")}>
        {agent.load} of {agent.capacity}
      </span>
      <StatusDot shape={shape} label={label} />
    </>
  );
}
