import { announce } from "../router/announce";
import { log } from "../log";
import { changeConversation } from "../store/change-conversation";
import { transaction } from "../store/database";
import { dueOffers } from "../store/due-conversations";
import { leaveAvailable } from "../store/leave-available";
import { withinOrganization } from "../store/scope";
import { announceChange } from "./announce-change";
import { theClock } from "./by";
import type { ConversationKey } from "./conversation-key";
import { refusedBy } from "./offer";
import { recordDeed } from "./record-deed";

/**
 * Ends every offer whose time is over: the next agent is asked, and the one who did not answer becomes Unavailable (the
 * routing contract, §3 "agents accept"). Any number of processes may: the row's lock keeps them apart.
 */
export async function lapseDueOffers(): Promise<void> {
  for (const key of await dueOffers()) {
    // One that can't be ended must not keep the others open.
    await withinOrganization(key.organizationId, () => lapse(key)).catch((error: unknown) => log.error({ error, ...key }, "an offer could not be ended"));
  }
}

async function lapse(key: ConversationKey): Promise<void> {
  const { organizationId } = key;
  const lapsed = await transaction(async (tx) => {
    const changed = await changeConversation(tx, key, (conversation, now) => {
      const { offeredToId, offerUntil } = conversation;
      // Asked again under the lock: it may have been accepted, declined or withdrawn meanwhile.
      return offeredToId !== null && offerUntil !== null && offerUntil <= now ? refusedBy(offeredToId, conversation, now) : null;
    });
    const agentId = changed?.before.offeredToId ?? null;
    if (!changed?.changed || agentId === null) return null;
    await recordDeed(tx, { code: "offer_lapsed", by: theClock, changed });
    await leaveAvailable(tx, { organizationId, userId: agentId }, changed.now);
    return { changed, agentId };
  });
  if (!lapsed) return;
  announceChange(lapsed.changed);
  announce(organizationId, [`agent:${lapsed.agentId}`], { needsRouting: true });
}
