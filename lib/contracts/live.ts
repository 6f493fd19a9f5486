import { z } from "zod";

/**
 * What a live event says: only which things changed, never how. The browser reads them again through the API, so
 * permissions are asked there. `resync`: the stream was cut somewhere; read everything shown again.
 */
export const liveEvent = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("changed"), topics: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("resync") }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;

/**
 * The things that change: "conversation:<id>", "agent:<id>", "customer:<id>", "settings". "access": what somebody may do;
 * it ends the organization's streams, so that who comes back is asked anew.
 */
export type LiveTopic = `conversation:${string}` | `agent:${string}` | `customer:${string}` | "settings" | "access";

export function isLiveTopic(topic: string): topic is LiveTopic {
  return topic === "settings" || topic === "access" || /^(conversation|agent|customer):/.test(topic);
}
