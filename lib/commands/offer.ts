import { AppError } from "../contracts/app-error";
import type { Actor } from "../auth/actor";
import { endOfOffer, type ConversationChange, type LockedConversation } from "../store/change-conversation";
import { readRefusals } from "../store/refusals";

/** An offer that stands: who is asked, and until when. */
interface Offer {
  readonly agentId: string;
  readonly until: Date;
}

/** The offer as it is for whoever answers it: an agent only their own, an API key anybody's. @throws AppError `conflict` */
export function standingOffer(actor: Actor, { offeredToId, offerUntil }: LockedConversation, now: Date): Offer {
  if (offeredToId === null || offerUntil === null || (actor.kind === "user" && offeredToId !== actor.userId)) {
    throw new AppError("conflict", "This conversation is not offered to you any more.");
  }
  // An instant that has come has passed, as with waits (the routing contract, §2 edge 6).
  if (offerUntil <= now) throw new AppError("conflict", "The time to answer this offer is over.");
  return { agentId: offeredToId, until: offerUntil };
}

/** Whoever was asked does not take it: to be decided again, without them (the routing contract, §2 edge 11). */
export function refusedBy(agentId: string, conversation: LockedConversation, now: Date): ConversationChange {
  const others = readRefusals(conversation).filter((refusal) => refusal.agentId !== agentId);
  return { ...withdrawn, refusals: [...others, { agentId, at: now.getTime() }] };
}

/** The offer is taken back: to be decided again, as if nobody had been asked. */
export const withdrawn = { routingState: "pending", ...endOfOffer } as const satisfies ConversationChange;
