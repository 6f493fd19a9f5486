import { z } from "zod";
import { ruleMatches } from "../routing/queue-rules";
import { id, instant, nameRef, text } from "./common";
import { ruleCondition } from "./rule-condition";

export const maxQueueRules = 100;
export const maxRuleConditions = 20;

const fields = {
  name: text(100),
  isEnabled: z.boolean(),
  /** Of its conditions: all, or any. */
  match: z.enum(ruleMatches),
  conditions: z
    .array(ruleCondition)
    .min(1, "must hold at least one condition: a rule that asks nothing matches nothing")
    .max(maxRuleConditions, `must be ${maxRuleConditions} conditions at most`),
  /** Where conversations that match go. */
  queueId: id,
};

export const queueRule = z.strictObject({ id, ...fields }).meta({ id: "QueueRule" });
export type QueueRule = z.infer<typeof queueRule>;

export const queueRules = z
  .strictObject({
    version: z.number().int(),
    /** In their order: the first enabled rule that matches names the queue; none: the default queue. */
    rules: z.array(queueRule),
    updatedAt: instant,
    /** Null: never changed, or changed by an API key. */
    updatedBy: nameRef.nullable(),
  })
  .meta({ id: "QueueRules" });
export type QueueRules = z.infer<typeof queueRules>;

/** `version`: the one this was made from; another saved meanwhile: 409 `stale_version` with `current`. Rules left out are deleted. */
export const putQueueRulesBody = z
  .strictObject({
    version: z.number().int().min(1),
    /** In their order. A rule without an id is a new one. */
    rules: z
      .array(z.strictObject({ id: id.optional(), ...fields }))
      .max(maxQueueRules, `must be ${maxQueueRules} rules at most`)
      .superRefine((rules, context) => {
        for (const [at, rule] of rules.entries()) {
          const isRepeated = rule.id !== undefined && rules.slice(0, at).some((earlier) => earlier.id === rule.id);
          if (isRepeated) context.addIssue({ code: "custom", path: [at, "id"], message: "is given twice" });
        }
      }),
  })
  .meta({ id: "PutQueueRules" });
export type PutQueueRulesBody = z.infer<typeof putQueueRulesBody>;
