import { z } from "zod";
import {
  equalityOperators,
  hoursOperators,
  listOperators,
  partOperators,
  presenceOperators,
  sizeOperators,
  tagFields,
  tagOperators,
  textFields,
} from "../routing/rule-condition";
import { languageTag, text } from "./common";

export const maxConditionText = 200;
export const maxConditionValues = 50;

const value = text(maxConditionText);
const field = z.enum(textFields);
const attribute = z.literal("customer_attribute");
const key = text(100);

const textCondition = z.discriminatedUnion("operator", [
  z.strictObject({ field, operator: z.enum([...equalityOperators, ...partOperators]), value }),
  z.strictObject({ field, operator: z.enum(presenceOperators) }),
]);

/** Of a customer's attribute, read as what it is compared with: text, number, true or false. */
const attributeCondition = z.discriminatedUnion("operator", [
  z.strictObject({ field: attribute, key, operator: z.enum(equalityOperators), value: z.union([value, z.number(), z.boolean()]) }),
  z.strictObject({ field: attribute, key, operator: z.enum(partOperators), value }),
  z.strictObject({ field: attribute, key, operator: z.enum(sizeOperators), value: z.number() }),
  z.strictObject({ field: attribute, key, operator: z.enum(presenceOperators) }),
]);

/** What a queue rule may ask of a conversation, its customer or its first message. No regular expressions. */
export const ruleCondition = z
  .discriminatedUnion("field", [
    textCondition,
    attributeCondition,
    z.strictObject({ field: z.enum(tagFields), operator: z.enum(tagOperators), values: listOf(value) }),
    /** Values are keys of channels. */
    z.strictObject({ field: z.literal("channel"), operator: z.enum(listOperators), values: listOf(text(100)) }),
    /** `en` takes in `en-GB`, not the other way round. */
    z.strictObject({ field: z.literal("language"), operator: z.enum(listOperators), values: listOf(languageTag) }),
    z.strictObject({ field: z.literal("business_hours"), operator: z.enum(hoursOperators) }),
  ])
  .meta({ id: "RuleCondition" });
export type RuleCondition = z.infer<typeof ruleCondition>;

function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).min(1, "must name at least one").max(maxConditionValues, `must be ${maxConditionValues} at most`);
}
