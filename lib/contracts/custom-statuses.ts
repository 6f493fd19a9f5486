import { z } from "zod";
import { id, instant, nameRef, text } from "./common";
import { agentStatus } from "./users";

export const maxCustomStatuses = 50;

const fields = {
  name: text(50),
  /** What routing takes it for. */
  type: agentStatus,
};

export const customStatus = z.strictObject({ id, ...fields }).meta({ id: "CustomStatus" });
export type CustomStatus = z.infer<typeof customStatus>;

export const customStatuses = z
  .strictObject({
    version: z.number().int(),
    /** In the order in which they are offered. */
    statuses: z.array(customStatus),
    updatedAt: instant,
    /** Null: never changed, or changed by an API key. */
    updatedBy: nameRef.nullable(),
  })
  .meta({ id: "CustomStatuses" });
export type CustomStatuses = z.infer<typeof customStatuses>;

/** `version`: the one this was made from; another saved meanwhile: 409 `stale_version` with `current`. Those left out are deleted. */
export const putCustomStatusesBody = z
  .strictObject({
    version: z.number().int().min(1),
    /** In their order. One without an id is new. */
    statuses: z
      .array(z.strictObject({ id: id.optional(), ...fields }))
      .max(maxCustomStatuses, `must be ${maxCustomStatuses} statuses at most`)
      .superRefine((statuses, context) => {
        for (const [at, status] of statuses.entries()) {
          const earlier = statuses.slice(0, at);
          const isRepeated = status.id !== undefined && earlier.some(({ id }) => id === status.id);
          if (isRepeated) context.addIssue({ code: "custom", path: [at, "id"], message: "is given twice" });
          const isTaken = earlier.some(({ name }) => isSame(name, status.name));
          if (isTaken) context.addIssue({ code: "custom", path: [at, "name"], message: "is given twice" });
          const isPlain = agentStatus.options.some((plain) => isSame(plain, status.name));
          if (isPlain) context.addIssue({ code: "custom", path: [at, "name"], message: "is the name of a plain status" });
        }
      }),
  })
  .meta({ id: "PutCustomStatuses" });
export type PutCustomStatusesBody = z.infer<typeof putCustomStatusesBody>;

/** Names that a person could not tell apart. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
