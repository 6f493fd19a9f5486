import { z } from "zod";
import { passFault } from "./pass-faults";

/** A fact with everything chosen: what a process of the storm is told to do, by the product's own commands. */
const id = z.string();
const ofConversation = { conversationId: id };
/** Who does it: an agent, or null for a program that acts for the organization. */
const by = { agentId: id.nullable() };
const sent = { clientMessageId: z.string() };

export const deed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("begin"), customerId: id, channel: z.string(), queueId: id.nullable(), tags: z.array(z.string()), ...sent }),
  z.object({ kind: z.literal("open"), customerId: id, channel: z.string(), agentId: id, ...sent }),
  z.object({ kind: z.literal("message"), ...ofConversation, ...sent }),
  z.object({ kind: z.literal("reply"), ...ofConversation, ...by, ...sent }),
  z.object({ kind: z.literal("done"), ...ofConversation, ...by }),
  z.object({ kind: z.literal("snooze"), ...ofConversation, forSeconds: z.number() }),
  z.object({ kind: z.literal("reopen"), ...ofConversation }),
  z.object({ kind: z.literal("assign"), ...ofConversation, toId: id.nullable() }),
  z.object({ kind: z.literal("transfer"), ...ofConversation, queueId: id }),
  z.object({ kind: z.literal("route_now"), ...ofConversation }),
  z.object({ kind: z.literal("accept"), ...ofConversation, ...by }),
  z.object({ kind: z.literal("decline"), ...ofConversation, ...by }),
  z.object({ kind: z.literal("move"), ...ofConversation, customerId: id }),
  z.object({ kind: z.literal("link"), customerId: id, toId: id.nullable() }),
  z.object({ kind: z.literal("merge"), survivorId: id, mergedId: id }),
  z.object({ kind: z.literal("status"), agentId: id, status: z.enum(["available", "busy", "unavailable", "offline"]) }),
  z.object({ kind: z.literal("custom_status"), agentId: id, customStatusId: id }),
  z.object({ kind: z.literal("seen"), agentId: id }),
  z.object({ kind: z.literal("absent"), agentId: id }),
  z.object({ kind: z.literal("own_capacity"), agentId: id, capacity: z.number().nullable(), isUnderLock: z.boolean() }),
  z.object({ kind: z.literal("active"), agentId: id, isActive: z.boolean() }),
  z.object({ kind: z.literal("permission"), agentId: id, permissionSetId: id }),
  z.object({ kind: z.literal("member"), agentId: id, teamId: id, isMember: z.boolean() }),
  z.object({ kind: z.literal("settings"), change: z.enum(["feature", "timeout", "absent", "accepting", "general"]), value: z.number() }),
  z.object({ kind: z.literal("queue"), queueId: id, change: z.enum(["strategy", "overflow", "priority", "weight"]), value: z.number() }),
  z.object({ kind: z.literal("team_queues"), teamId: id, queues: z.array(z.object({ queueId: id, isOverflow: z.boolean() })) }),
  z.object({ kind: z.literal("team"), teamId: id, capacity: z.number(), routingEnabled: z.boolean() }),
  z.object({ kind: z.literal("channel"), channelId: id, isEnabled: z.boolean() }),
  z.object({ kind: z.literal("custom_statuses"), value: z.number() }),
  z.object({ kind: z.literal("queue_rules"), queueId: id, isEnabled: z.boolean() }),
]);
export type Deed = z.output<typeof deed>;

export const request = z.union([
  z.object({ id: z.number(), organizationId: id, deed }),
  z.object({ arm: passFault }),
  z.object({ stop: z.literal(true) }),
]);
export type Request = z.output<typeof request>;

export const answer = z.union([
  z.object({ isReady: z.literal(true) }),
  /** The fault it was armed with has come. */
  z.object({ isStruck: z.literal(true) }),
  /** Facts overtook a decision of a pass. */
  z.object({ overtakenIn: z.string() }),
  /** Acknowledged; `made`: the id of what it made, if it makes something. */
  z.object({ id: z.number(), made: z.string().nullable() }),
  /** By an AppError: the caller was told why it can't be. */
  z.object({ id: z.number(), refused: z.string() }),
  z.object({ id: z.number(), failed: z.string() }),
]);
export type Answer = z.output<typeof answer>;

/** What became of a deed: `unknown` if its process died before it answered. */
export type Outcome =
  | { readonly kind: "done"; readonly made: string | null }
  | { readonly kind: "refused"; readonly code: string }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "unknown" };

/** A deed of a round, with who was told and what they answered. */
export interface Told {
  readonly organizationId: string;
  readonly deed: Deed;
  readonly process: number;
  readonly outcome: Outcome;
}
