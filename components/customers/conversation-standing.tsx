import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/age";
import { Countdown } from "@/components/ui/countdown";
import type { Conversation } from "@/lib/contracts/conversations";

/** Where a conversation stands: with whom, in line, waiting or offered and for how long, snoozed or done. */
export function ConversationStanding({ conversation }: { conversation: Conversation }) {
  return (
    <>
      <Standing conversation={conversation} />
      <Assignee conversation={conversation} />
    </>
  );
}

function Standing({ conversation }: { conversation: Conversation }) {
  const { state, assignee, routing, snoozedUntil } = conversation;
  if (state === "done") return <Badge tone="neutral">Done</Badge>;
  if (state === "snoozed") {
    return (
      <Badge tone="outline">
        Snoozed{snoozedUntil === null ? null : <>&nbsp;until <Moment at={snoozedUntil} /></>}
      </Badge>
    );
  }
  if (assignee !== null) return <Badge tone="positive">Open</Badge>;
  if (routing.wait !== null) {
    return (
      <Badge tone="caution">
        Waiting{routing.wait.agent === undefined ? "" : ` for ${routing.wait.agent.name}`} · <Countdown until={routing.wait.until} over="routing…" />
      </Badge>
    );
  }
  if (routing.offer !== null) {
    return (
      <Badge tone="caution">
        Offered to {routing.offer.agent.name} · <Countdown until={routing.offer.until} over="time is up" />
      </Badge>
    );
  }
  if (routing.state === "in_line") return <Badge tone="accent">In line: {routing.queue.name}</Badge>;
  return <Badge tone="outline">Being routed</Badge>;
}

/** Whose it is, or was when it was put away. */
function Assignee({ conversation: { assignee } }: { conversation: Conversation }) {
  if (assignee === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={assignee.name} size="sm" />
      <span className="truncate">{assignee.name}</span>
    </span>
  );
}
