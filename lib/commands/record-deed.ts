import type { HandCode } from "../routing/reasons";
import type { ChangedConversation } from "../store/change-conversation";
import { capacityOfAgent } from "../store/capacity-of-agent";
import type { Tx } from "../store/database";
import { logByHand } from "../store/log-by-hand";
import { theClock, type By } from "./by";
import type { ChosenQueue } from "./choose-queue";

interface Deed {
  readonly code: HandCode;
  readonly by: By;
  readonly changed: ChangedConversation;
  /** For `link_changed`, which is about the dedicated agent and not the assignee: the new one and the one before. */
  readonly link?: { readonly agentId: string | null; readonly previousAgentId: string | null };
  /** The queue it was put in, and by which rule. */
  readonly queue?: { readonly name: string; readonly rule?: string };
  /** For `moved` and `merged`. */
  readonly timelines?: { readonly from: string; readonly to: string };
}

/** Writes into the routing log what was done to a conversation by hand, with what its sentence needs. */
export async function recordDeed(tx: Tx, { code, by, changed, link, timelines, queue }: Deed): Promise<void> {
  const { before, after, now, assigneeLoad } = changed;
  const { organizationId, id: conversationId, assigneeId } = after;
  const capacity = assigneeId === null ? null : await capacityOfAgent(tx, organizationId, assigneeId);
  await logByHand(tx, {
    organizationId,
    conversationId,
    code,
    outcome: after.routingState,
    agentId: link ? link.agentId : assigneeId,
    actorUserId: by.userId,
    facts: {
      now: now.getTime(),
      actor: { kind: by.kind, name: by.name },
      previousAgentId: link ? link.previousAgentId : (before.assigneeId ?? before.offeredToId),
      loadAfter: assigneeLoad,
      capacity,
      snoozedUntil: after.snoozedUntil?.getTime() ?? null,
      fromCustomerName: timelines?.from ?? null,
      toCustomerName: timelines?.to ?? null,
      ...(queue && { queueName: queue.name, ...(queue.rule !== undefined && { ruleName: queue.rule }) }),
    },
  });
}

/** Writes there which queue rule chose, if one did. */
export async function recordRule(tx: Tx, { name, ruleName }: ChosenQueue, changed: ChangedConversation): Promise<void> {
  if (ruleName !== null) await recordDeed(tx, { code: "queued_by_rule", by: theClock, changed, queue: { name, rule: ruleName } });
}
