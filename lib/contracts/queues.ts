import { z } from "zod";
import { id } from "./common";

export const maxOverflowSeconds = 86_400;

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

/** By name. */
export const queueList = z.strictObject({ items: z.array(queue) }).meta({ id: "QueueList" });

/** What is left out stays. */
export const updateQueueBody = z
  .strictObject(fields)
  .partial()
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateQueue" });
export type UpdateQueueBody = z.infer<typeof updateQueueBody>;
