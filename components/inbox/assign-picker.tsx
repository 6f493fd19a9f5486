"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { UserRoundPlus, UsersRound } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { inputClassName } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatuses } from "@/lib/client/agent-status";
import { sentenceOf } from "@/lib/client/problem-error";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import type { AgentSummary } from "@/lib/contracts/users";
import { routableUsersQuery } from "./queries";
import { useDeed } from "./use-deed";

/** A manager's hand: to a person, whatever their room, or back to the router. */
export function AssignPicker({ conversation }: { conversation: ConversationDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  const { mutate, isPending } = useDeed();
  const assign = (agentId: string | null) => {
    setIsOpen(false);
    mutate({ conversation, deed: { kind: "assign", agentId } });
  };
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger render={<Button isBusy={isPending} />}>
        <UserRoundPlus aria-hidden /> Assign to…
      </PopoverTrigger>
      <PopoverContent align="end" className="w-76 p-0">
        <PopoverTitle className="sr-only">Assign to</PopoverTitle>
        <Choices conversation={conversation} onChoose={assign} />
      </PopoverContent>
    </Popover>
  );
}

interface ChoicesProps {
  readonly conversation: ConversationDetail;
  readonly onChoose: (agentId: string | null) => void;
}

const itemClassName = "flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 py-1 data-[selected=true]:bg-hover";

function Choices({ conversation, onChoose }: ChoicesProps) {
  const { data, error } = useQuery(routableUsersQuery());
  const { assignee, state } = conversation;
  return (
    <Command label="Agents" className="flex flex-col">
      <div className="border-b border-line p-2">
        <Command.Input autoFocus placeholder="Find an agent…" className={cn(inputClassName, "h-8")} />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {data && <Command.Empty className="px-2 py-4 text-center text-ink-muted">Nobody by that name can be given conversations.</Command.Empty>}
        {assignee !== null && state === "open" && (
          <Command.Item className={itemClassName} value="Nobody, back to routing" onSelect={() => onChoose(null)}>
            <UsersRound aria-hidden className="size-5 p-0.5 text-ink-faint" /> Nobody, back to routing
          </Command.Item>
        )}
        {error && <p role="alert" className="px-2 py-4 text-negative-ink">{sentenceOf(error)}</p>}
        {!data && !error && <Skeleton className="m-2 h-6" />}
        {data?.items.map(({ id, name, agent }) => (
          <Command.Item
            key={id}
            className={itemClassName}
            value={`${name} ${id}`}
            disabled={id === assignee?.id}
            onSelect={() => onChoose(id)}
          >
            <Avatar name={name} size="sm" />
            <span className="min-w-0 flex-1 truncate">
              {name}
              {id === assignee?.id && <span className="text-ink-faint"> has it</span>}
            </span>
            {agent && <AgentRoom agent={agent} />}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

function AgentRoom({ agent }: { agent: AgentSummary }) {
  const { shape, label } = agentStatuses[agent.status];
  const isFull = agent.load >= agent.capacity;
  return (
    <>
      <span className={cn("text-xs tabular-nums", isFull ? "text-caution-ink" : "text-ink-faint")}>
        {agent.load} of {agent.capacity}
      </span>
      <StatusDot shape={shape} label={label} />
    </>
  );
}
