import { z } from "zod";
import { id, nameRef } from "./common";

export const team = z
  .strictObject({
    id,
    name: z.string(),
    routingEnabled: z.boolean(),
    /** Of each of its agents. */
    capacity: z.number().int(),
    /** The queues it serves; with `isOverflow` only what has stood in line for the queue's overflow time. */
    queues: z.array(z.strictObject({ queue: nameRef, isOverflow: z.boolean() })),
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof team>;

/** By name. */
export const teamList = z.strictObject({ items: z.array(team) }).meta({ id: "TeamList" });

/** All the queues it serves from now on. */
export const putTeamQueuesBody = z
  .strictObject({
    queues: z
      .array(z.strictObject({ queueId: id, isOverflow: z.boolean() }))
      .max(1000)
      .superRefine((queues, context) => {
        for (const [at, { queueId }] of queues.entries()) {
          const isRepeated = queues.slice(0, at).some((earlier) => earlier.queueId === queueId);
          if (isRepeated) context.addIssue({ code: "custom", path: [at, "queueId"], message: "is given twice" });
        }
      }),
  })
  .meta({ id: "PutTeamQueues" });
export type PutTeamQueuesBody = z.infer<typeof putTeamQueuesBody>;
