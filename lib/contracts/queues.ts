import { z } from "zod";
import { id, nameRef, text } from "./common";

export const maxOverflowSeconds = 86_400;

const name = text(60);

const fields = {
  /** 1 to 100, 1 first. */
  priority: z.number().int().min(1).max(100),
  /** How much of an agent's capacity one conversation takes. */
  weight: z.number().int().min(1).max(100),
  /** Who is next: the agent with the most room, or the one longest without a new conversation. */
  strategy: z.enum(["most_room", "longest_idle"]),
  /** After so long in line its overflow teams may take a conversation too; null: never. */
  overflowAfterSeconds: z.number().int().min(1).max(maxOverflowSeconds).nullable(),
};

export const queue = z.strictObject({ id, name: z.string(), isDefault: z.boolean(), ...fields }).meta({ id: "Queue" });
export type Queue = z.infer<typeof queue>;

/** In the organization's order. */
export const queueList = z.strictObject({ items: z.array(queue) }).meta({ id: "QueueList" });

/** What is left out is priority 50, weight 1, most room, no overflow. */
export const createQueueBody = z.strictObject({ name, ...z.strictObject(fields).partial().shape }).meta({ id: "CreateQueue" });
export type CreateQueueBody = z.infer<typeof createQueueBody>;

/** What is left out stays. `isDefault` can only be given: the one before is it no longer. */
export const updateQueueBody = z
  .strictObject({ name, isDefault: z.literal(true, "can only be true: make another queue the default instead"), ...fields })
  .partial()
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateQueue" });
export type UpdateQueueBody = z.infer<typeof updateQueueBody>;

/** Every queue once. */
export const orderQueuesBody = z.strictObject({ queueIds: z.array(id).min(1).max(1000) }).meta({ id: "OrderQueues" });
export type OrderQueuesBody = z.infer<typeof orderQueuesBody>;

/** What is in a queue and leads to it: what deleting it would move. */
export const queueUse = z
  .strictObject({
    conversations: z.strictObject({
      /** Open, and nobody has them: in line, waiting, or about to be decided. */
      unassigned: z.number().int(),
      /** Open, with an agent or offered to one. */
      held: z.number().int(),
      snoozed: z.number().int(),
      done: z.number().int(),
    }),
    /** Queue rules that lead to it, in their order. */
    rules: z.array(nameRef),
    /** Teams that serve it, also as overflow, by name. */
    teams: z.array(nameRef),
  })
  .meta({ id: "QueueUse" });
export type QueueUse = z.infer<typeof queueUse>;

/** Where its conversations go, and the rules that lead to it. */
export const deleteQueueBody = z.strictObject({ moveToQueueId: id }).meta({ id: "DeleteQueue" });
export type DeleteQueueBody = z.infer<typeof deleteQueueBody>;

export const deletedQueue = z.strictObject({ movedConversations: z.number().int() }).meta({ id: "DeletedQueue" });
