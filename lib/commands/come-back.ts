import { heldPermissions, heldSetsSelect } from "../auth/held-permissions";
import { letsBeRouted } from "../auth/permissions";
import { freshCycle, type ChangedConversation, type LockedConversation } from "../store/change-conversation";
import type { Tx } from "../store/database";
import { lockCustomer } from "../store/lock-customer";
import type { By } from "./by";
import { changeNamedConversation, noSuchConversation, type ConversationKey } from "./conversation-key";
import { queueToEnterAnew } from "./enter-anew";
import { recordDeed, recordRule } from "./record-deed";

/**
 * Brings a done or snoozed conversation back to open (the routing contract, §2 edge 16): it stays with an assignee who
 * is available, even over capacity; else, with automatic user unassignment, it is decided afresh with a fresh wait and
 * the link as it now is, and if it was done in the queue that the rules name now. An open one is left as it is.
 *
 * @param mayComeBack asked under the lock; may throw.
 */
export async function comeBack(tx: Tx, key: ConversationKey, by: By, mayComeBack: (conversation: LockedConversation, now: Date) => boolean): Promise<ChangedConversation> {
  const dedicatedAgentId = await lockIntakeCustomer(tx, key);
  const locked = await changeNamedConversation(tx, key, () => null);
  if (locked.before.state === "open" || !mayComeBack(locked.before, locked.now)) return locked;
  const staysWithAssignee = await keepsAssignee(tx, locked.before);
  const wasDone = locked.before.state === "done";
  const queue = wasDone && !staysWithAssignee ? await queueToEnterAnew(tx, locked.before, locked.now) : null;
  const changed = await changeNamedConversation(tx, key, (_, now) => {
    if (staysWithAssignee) return { state: "open", snoozedUntil: null, doneAt: null, routingState: "assigned" };
    const entered = queue && { queueId: queue.id, weight: queue.weight, priority: queue.priority };
    return { ...freshCycle(now), dedicatedAgentId, ...entered };
  });
  await recordDeed(tx, { code: wasDone ? "reopened" : "woke", by, changed });
  if (queue) await recordRule(tx, queue, changed);
  return changed;
}

/**
 * Locks the customer from whose link a conversation has its dedicated agent. Before the conversation's own row: setting
 * a link locks in that order too.
 *
 * @returns the dedicated agent who is linked now. @throws AppError `not_found`
 */
export async function lockIntakeCustomer(tx: Tx, { organizationId, conversationId }: ConversationKey): Promise<string | null> {
  const conversation = await tx.conversation.findUnique({
    where: { organizationId_id: { organizationId, id: conversationId } },
    select: { intakeCustomerId: true },
  });
  if (!conversation) throw noSuchConversation();
  return (await lockCustomer(tx, organizationId, conversation.intakeCustomerId))?.dedicatedAgentId ?? null;
}

async function keepsAssignee(tx: Tx, { organizationId, assigneeId }: LockedConversation): Promise<boolean> {
  if (assigneeId === null) return false;
  const user = await tx.user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: assigneeId } },
    select: { isActive: true, agent: { select: { status: true } }, ...heldSetsSelect },
  });
  // A leaver can't answer, whatever the setting says of those who are only away.
  if (!user.isActive || !letsBeRouted(heldPermissions(user))) return false;
  if (user.agent?.status === "available") return true;
  const settings = await tx.routingSettings.findUniqueOrThrow({ where: { organizationId }, select: { automaticUserUnassignment: true } });
  return !settings.automaticUserUnassignment;
}
