import { log } from "../log";
import { dueSnoozes } from "../store/due-conversations";
import { transaction } from "../store/database";
import { withinOrganization } from "../store/scope";
import { announceChange } from "./announce-change";
import { theClock } from "./by";
import { comeBack } from "./come-back";
import type { ConversationKey } from "./conversation-key";

/** Brings back every snoozed conversation whose time has come. Any number of processes may: the row's lock keeps them apart. */
export async function wakeDueConversations(): Promise<void> {
  for (const key of await dueSnoozes()) {
    // One that can't be woken must not keep the others asleep.
    await withinOrganization(key.organizationId, () => wake(key)).catch((error: unknown) => log.error({ error, ...key }, "a snoozed conversation could not be woken"));
  }
}

async function wake(key: ConversationKey): Promise<void> {
  const changed = await transaction((tx) =>
    // Asked again under the lock: it may have been snoozed on, done or woken meanwhile.
    comeBack(tx, key, theClock, ({ state, snoozedUntil }, now) => state === "snoozed" && snoozedUntil !== null && snoozedUntil <= now),
  );
  announceChange(changed);
}
