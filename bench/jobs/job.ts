import { z } from "zod";

const id = z.string();
const atMs = z.array(z.number());

/** Customers of one organization who write at once. */
const arrivals = z.object({ organizationId: id, channelId: id, queueIds: z.array(id), customerIds: z.array(id) });
export type Arrivals = z.output<typeof arrivals>;

/** What a process under test is told to do, beside routing. */
export const jobSchema = z.discriminatedUnion("kind", [
  /** Customers begin conversations at these times, by the product's command. */
  z.object({ kind: z.literal("begin"), organizationId: id, channel: z.string(), customerIds: z.array(id), atMs }),
  /** Conversations are marked done at these times, by the product's command. */
  z.object({ kind: z.literal("done"), organizationId: id, conversationIds: z.array(id), atMs }),
  /** An agent says another status, by the product's command. */
  z.object({ kind: z.literal("status"), organizationId: id, userId: id, status: z.enum(["available", "busy", "offline"]) }),
  /** Conversations arrive in bursts, one after the other, each one transaction: what the command writes, by one statement an organization. */
  z.object({ kind: z.literal("bursts"), bursts: z.array(z.array(arrivals)) }),
  /** As bursts, one conversation a transaction, at these times. */
  z.object({ kind: z.literal("flood"), channelId: id, queueIds: z.array(id), organizationId: id, customerIds: z.array(id), atMs }),
  /** Milliseconds of processor that this process has used so far. */
  z.object({ kind: z.literal("cpu") }),
  /** Passes by this process itself, each after one fact; answers how long each took. For a process without a router. */
  z.object({ kind: z.literal("passes"), channelId: id, queueIds: z.array(id), organizationId: id, customerIds: z.array(id), doneIds: z.array(id) }),
]);

export type Job = z.output<typeof jobSchema>;

export const jobResultSchema = z.object({
  /** Milliseconds, of what the job says. */
  values: z.array(z.number()),
  /** Facts that could not be recorded. */
  failed: z.number(),
  firstError: z.string().nullable(),
});

export type JobResult = z.output<typeof jobResultSchema>;

export const requestSchema = z.union([
  z.object({ id: z.number(), job: jobSchema }),
  z.object({ stop: z.literal(true) }),
]);

export const answerSchema = z.union([
  z.object({ isReady: z.literal(true) }),
  z.object({ id: z.number(), result: jobResultSchema }),
  z.object({ id: z.number(), error: z.string() }),
]);

export type Request = z.output<typeof requestSchema>;
export type Answer = z.output<typeof answerSchema>;
