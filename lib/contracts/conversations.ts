import { z } from "zod";
import { email, id, instant, languageTag, nameRef, page, pageQuery, tags, text } from "./common";
import { agentSummary } from "./users";

export const conversationState = z.enum(["open", "snoozed", "done"]).meta({ id: "ConversationState" });
export const routingState = z.enum(["pending", "waiting", "in_line", "offered", "assigned", "out"]).meta({ id: "RoutingState" });

export const message = z
  .strictObject({
    id,
    author: z.enum(["customer", "agent"]),
    /** The agent who wrote it; null for the customer and for an API key. */
    user: nameRef.nullable(),
    text: z.string(),
    createdAt: instant,
    /** As the sender chose it, to recognise their own sends. */
    clientMessageId: z.string().nullable(),
  })
  .meta({ id: "Message" });
export type Message = z.infer<typeof message>;

export const conversation = z
  .strictObject({
    id,
    customer: nameRef,
    channel: z.strictObject({ id, key: z.string(), name: z.string() }),
    subject: z.string().nullable(),
    tags: z.array(z.string()),
    /** BCP 47, as its channel told it; null: the customer's. */
    language: z.string().nullable(),
    state: conversationState,
    snoozedUntil: instant.nullable(),
    createdAt: instant,
    lastMessageAt: instant,
    lastMessagePreview: z.string(),
    assignee: nameRef.nullable(),
    routing: z.strictObject({
      state: routingState,
      queue: nameRef,
      priority: z.number().int(),
      weight: z.number().int(),
      /** While it waits for its dedicated agent; `agent` is absent without the permission to view the attribute. */
      wait: z.strictObject({ agent: nameRef.optional(), beganAt: instant, until: instant }).nullable(),
      /** While somebody is asked whether they take it. */
      offer: z.strictObject({ agent: nameRef, until: instant }).nullable(),
    }),
    /** Given at intake; absent without the permission to view the attribute. `fromCustomer`: when it was moved here from their timeline. */
    dedicatedAgent: z.strictObject({ agent: nameRef, fromCustomer: nameRef.nullable() }).nullable().optional(),
  })
  .meta({ id: "Conversation" });
export type Conversation = z.infer<typeof conversation>;

/** One conversation with its latest 200 messages, oldest first. */
export const conversationDetail = conversation
  .extend({ messages: z.array(message), dedicatedAgentStatus: agentSummary.nullable().optional(), now: instant })
  .meta({ id: "ConversationDetail" });
export type ConversationDetail = z.infer<typeof conversationDetail>;

export const conversationPage = page(conversation).meta({ id: "ConversationPage" });
export type ConversationPage = z.infer<typeof conversationPage>;

export const messageText = text(10_000);
const clientMessageId = z.string().min(1).max(100).optional();

/** A conversation from a customer (named by id, external id or e-mail), or opened by an agent: then `text` is the agent's. */
export const createConversationBody = z
  .strictObject({
    customer: z.union([
      z.strictObject({ id }),
      z.strictObject({ externalId: z.string().min(1).max(200) }),
      z.strictObject({ email }),
    ]),
    /** A channel's key: chat, email, sms … */
    channel: z.string().min(1).max(50),
    subject: text(300).nullish(),
    text: messageText,
    tags: tags.optional(),
    /** The language it is in, if it is known; else the customer's. */
    language: languageTag.nullish(),
    /** The queue it enters; else the queue rules choose. */
    queueId: id.optional(),
    /** Who begins it, and wrote `text`: `agent` is the signed-in user (and the default for one), `customer` the default for an API key. */
    author: z.enum(["agent", "customer"]).optional(),
    clientMessageId,
  })
  .meta({ id: "CreateConversation" });

export const listConversationsQuery = pageQuery.extend({
  state: conversationState.optional(),
  routingState: routingState.optional(),
  /** `me` or a user's id. */
  assignee: z.union([z.literal("me"), id]).optional(),
  /** Waiting for this dedicated agent: `me` or a user's id. */
  waitingFor: z.union([z.literal("me"), id]).optional(),
  /** Offered to them: `me` or a user's id. */
  offeredTo: z.union([z.literal("me"), id]).optional(),
  customerId: id.optional(),
  queueId: id.optional(),
});

/** `author` customer: needs the permission to record customers' messages (integrators); agent: a reply. */
export const sendMessageBody = z
  .strictObject({ text: messageText, author: z.enum(["agent", "customer"]).default("agent"), clientMessageId })
  .meta({ id: "SendMessage" });
/** Up to 90 days ahead. */
export const snoozeBody = z.strictObject({ until: instant }).meta({ id: "Snooze" });
/** Null: nobody, back to routing. */
export const assignBody = z.strictObject({ agentId: id.nullable() }).meta({ id: "Assign" });
export const transferBody = z.strictObject({ queueId: id }).meta({ id: "Transfer" });
export const moveBody = z.strictObject({ customerId: id }).meta({ id: "Move" });

export const routingLogEntry = z
  .strictObject({
    id,
    at: instant,
    by: z.enum(["router", "hand"]),
    outcome: z.enum(["pending", "offered", "assigned", "waiting", "in_line", "out"]),
    reason: z.string(),
    normalRouting: z.string().nullable(),
    agent: nameRef.nullable().optional(),
    /** "Why here?" in words. */
    sentence: z.string(),
    /** What it was decided from. */
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "RoutingLogEntry" });
export type RoutingLogEntry = z.infer<typeof routingLogEntry>;
/** Oldest first. */
export const routingLog = z.strictObject({ items: z.array(routingLogEntry) }).meta({ id: "RoutingLog" });
