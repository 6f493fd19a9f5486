import { z } from "zod";
import { id, nameRef, text } from "./common";

export const maxTeamCapacity = 500;
const capacityRange = `must be 1 to ${maxTeamCapacity}`;

export const team = z
  .strictObject({
    id,
    name: z.string(),
    routingEnabled: z.boolean(),
    /** Of each of its agents. */
    capacity: z.number().int(),
    memberCount: z.number().int(),
    /** The queues it serves; with `isOverflow` only what has stood in line for the queue's overflow time. */
    queues: z.array(z.strictObject({ queue: nameRef, isOverflow: z.boolean() })),
  })
  .meta({ id: "Team" });
export type Team = z.infer<typeof team>;

/** By name. */
export const teamList = z.strictObject({ items: z.array(team) }).meta({ id: "TeamList" });

const fields = {
  name: text(60),
  routingEnabled: z.boolean(),
  capacity: z.number().int().min(1, capacityRange).max(maxTeamCapacity, capacityRange),
};

/** It begins with routing on and serves nothing yet. */
export const createTeamBody = z.strictObject({ name: fields.name, capacity: fields.capacity.default(5) }).meta({ id: "CreateTeam" });
export type CreateTeamBody = z.output<typeof createTeamBody>;

/** What is left out stays. */
export const updateTeamBody = z
  .strictObject(fields)
  .partial()
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateTeam" });
export type UpdateTeamBody = z.infer<typeof updateTeamBody>;

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

export const teamMemberPath = z.strictObject({ id, userId: id });

export const deletedTeam = z.strictObject({ leftMembers: z.number().int() }).meta({ id: "DeletedTeam" });
