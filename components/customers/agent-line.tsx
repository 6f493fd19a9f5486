import { Avatar } from "@/components/ui/avatar";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatuses, statusNameOf } from "@/lib/client/agent-status";
import type { AgentSummary } from "@/lib/contracts/users";

interface AgentLineProps {
  agent: AgentSummary;
  /** How many customers have them as dedicated agent; undefined: not shown. */
  customerCount?: number | undefined;
}

/** An agent to choose or to look at: who, how they are, how much they hold. */
export function AgentLine({ agent, customerCount }: AgentLineProps) {
  const { shape } = agentStatuses[agent.status];
  return (
    <>
      <Avatar name={agent.name} size="md" />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{agent.name}</span>
        <span className="flex items-center gap-1.5 text-xs text-ink-muted tabular-nums">
          <StatusDot shape={shape} className="size-2" />
          <span className="truncate">
            {statusNameOf(agent)} · {agent.load} of {agent.capacity}
            {customerCount === undefined ? null : ` · ${customerCount === 1 ? "1 customer" : `${customerCount} customers`}`}
          </span>
        </span>
      </span>
    </>
  );
}
