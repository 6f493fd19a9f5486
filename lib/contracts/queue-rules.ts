import { z } from "zod";
import { ruleMatches } from "../routing/queue-rules";
import { id, instant, languageTag, nameRef, tags, text } from "./common";
import { messageText } from "./conversations";
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

/** In their order. A rule without an id is a new one. */
export const rulesToBe = z
  .array(z.strictObject({ id: id.optional(), ...fields }))
  .max(maxQueueRules, `must be ${maxQueueRules} rules at most`)
  .superRefine((rules, context) => {
    for (const [at, rule] of rules.entries()) {
      const isRepeated = rule.id !== undefined && rules.slice(0, at).some((earlier) => earlier.id === rule.id);
      if (isRepeated) context.addIssue({ code: "custom", path: [at, "id"], message: "is given twice" });
    }
  });
export type RuleToBe = z.infer<typeof rulesToBe>[number];

/** `version`: the one this was made from; another saved meanwhile: 409 `stale_version` with `current`. Rules left out are deleted. */
export const putQueueRulesBody = z
  .strictObject({
    version: z.number().int().min(1),
    rules: rulesToBe,
  })
  .meta({ id: "PutQueueRules" });
export type PutQueueRulesBody = z.infer<typeof putQueueRulesBody>;

/** Rules, saved or not, and the conversation to try them on. */
export const testQueueRulesBody = z
  .strictObject({
    rules: rulesToBe,
    /** Null: somebody of whom nothing is known yet. */
    customerId: id.nullable(),
    /** A channel's key. */
    channel: z.string().min(1).max(50),
    subject: text(300).nullish(),
    /** The first message; null or left out: none. */
    text: messageText.nullish(),
    /** Left out: the customer's. */
    language: languageTag.nullish(),
    tags: tags.optional(),
  })
  .meta({ id: "TestQueueRules" });
export type TestQueueRulesBody = z.output<typeof testQueueRulesBody>;

export const testedQueueRules = z
  .strictObject({
    /** Where the conversation would go. */
    queue: nameRef,
    /** The place in `rules` of the one that names it, from 0; null: none does, it is the default queue. */
    winner: z.number().int().nullable(),
    /** Each rule, whether it is switched on or not. */
    rules: z.array(
      z.strictObject({
        matches: z.boolean(),
        /** In their order; in words as a person would say them. */
        conditions: z.array(z.strictObject({ inWords: z.string(), holds: z.boolean() })),
      }),
    ),
  })
  .meta({ id: "TestedQueueRules" });
export type TestedQueueRules = z.infer<typeof testedQueueRules>;
