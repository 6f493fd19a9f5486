import { log } from "../log";
import { changeConversation, freshCycle, type ChangedConversation, type ConversationChange, type LockedConversation } from "../store/change-conversation";
import { database, transaction } from "../store/database";
import { agentsHandingBack } from "../store/hands-back";
import { withinOrganization } from "../store/scope";
import { announceChange } from "./announce-change";
import { theClock } from "./by";
import { lockIntakeCustomer } from "./come-back";
import type { ConversationKey } from "./conversation-key";
import { withdrawn } from "./offer";
import { recordDeed } from "./record-deed";

interface AgentKey {
  readonly organizationId: string;
  readonly userId: string;
}

/** What an agent's going away means for what they hold. */
interface Away extends AgentKey {
  /** Null: whatever they hold, they are to hand back, because they are deactivated. */
  readonly since: Date | null;
  /** They are offline, and the organization takes their open conversations back then (the routing contract, §2 edge 17). */
  readonly isRequeued: boolean;
}

/** Takes back what is left with agents who went away. The mark stands in their rows: whoever crashed, it is found again. */
export async function takeBackDue(): Promise<void> {
  for (const key of await agentsHandingBack()) {
    await withinOrganization(key.organizationId, () => takeBack(key)).catch((error: unknown) => log.error({ error, ...key }, "an agent's conversations could not be taken back"));
  }
}

/**
 * Takes back what an agent is offered, because only available agents are given new work, and with *Requeue when
 * offline* the open conversations of one who is offline: all are decided afresh. One transaction a conversation, in any
 * order, since each is right by itself.
 */
export async function takeBack(key: AgentKey): Promise<void> {
  const { organizationId, userId } = key;
  const agent = await database().agent.findFirst({ where: key, select: { handsBack: true, status: true, statusSince: true, user: { select: { isActive: true } } } });
  if (!agent?.handsBack) return;
  if (agent.status !== "available") {
    const isLeaver = !agent.user.isActive;
    const isRequeued = isLeaver || (agent.status === "offline" && (await isRequeuedWhenOffline(organizationId)));
    const away = { ...key, since: isLeaver ? null : agent.statusSince, isRequeued };
    for (const conversationId of await heldBy(away)) announceChange(await takeBackOne({ organizationId, conversationId }, away));
  }
  // Not if they came back and went away again meanwhile: then there may be more.
  await database().agent.updateMany({ where: { organizationId, userId, statusSince: agent.statusSince }, data: { handsBack: false } });
}

async function isRequeuedWhenOffline(organizationId: string): Promise<boolean> {
  const settings = await database().routingSettings.findFirstOrThrow({ where: { organizationId }, select: { requeueWhenOffline: true } });
  return settings.requeueWhenOffline;
}

async function heldBy({ organizationId, userId, since, isRequeued }: Away): Promise<string[]> {
  const offered = { routingState: "offered", offeredToId: userId } as const;
  // What somebody gives them by hand while they are away is meant to be theirs.
  const assigned = { state: "open", assigneeId: userId, ...(since !== null && { assignedAt: { lte: since } }) } as const;
  const held = await database().conversation.findMany({
    where: { organizationId, ...(isRequeued ? { OR: [offered, assigned] } : offered) },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return held.map(({ id }) => id);
}

function takeBackOne(key: ConversationKey, away: Away): Promise<ChangedConversation> {
  return transaction(async (tx) => {
    const dedicatedAgentId = await lockIntakeCustomer(tx, key);
    const changed = await changeConversation(tx, key, (conversation, now) => takenBack(conversation, away, { ...freshCycle(now), dedicatedAgentId }));
    if (!changed) throw new Error(`conversation ${key.conversationId} is gone`);
    const requeued = away.since === null ? "requeued_deactivated" : "requeued_offline";
    if (changed.changed) await recordDeed(tx, { code: changed.before.offeredToId === null ? requeued : "offer_withdrawn", by: theClock, changed });
    return changed;
  });
}

/** Asked again under the lock; null: it is no more theirs to hand back. */
function takenBack(conversation: LockedConversation, { userId, since, isRequeued }: Away, afresh: ConversationChange): ConversationChange | null {
  if (conversation.offeredToId === userId) return withdrawn;
  const isTheirs = conversation.state === "open" && conversation.assigneeId === userId;
  const isFromBefore = since === null || (conversation.assignedAt !== null && conversation.assignedAt <= since);
  return isRequeued && isTheirs && isFromBefore ? afresh : null;
}
