import { expect, expectTypeOf, test } from "vitest";
import { fieldErrors } from "../api/field-errors";
import type * as routing from "../routing/queue-rules";
import type * as condition from "../routing/rule-condition";
import { putQueueRulesBody, queueRules, type QueueRule } from "./queue-rules";
import { ruleCondition, type RuleCondition } from "./rule-condition";

const queueId = "0199a1b2-c3d4-7e5f-8a6b-0123456789ab";
const ruleId = "0199a1b2-c3d4-7e5f-8a6b-0123456789ac";
const chats = { field: "channel", operator: "is_any_of", values: ["chat"] };
const rule = { name: "Chats", isEnabled: true, match: "all", conditions: [chats], queueId };

function errorsOf(body: unknown): { field: string; message: string }[] {
  return putQueueRulesBody.safeParse(body).error?.issues.flatMap(fieldErrors) ?? [];
}

function errorsOfCondition(one: unknown): string[] {
  const errors = ruleCondition.safeParse(one).error?.issues.flatMap(fieldErrors) ?? [];
  return errors.map(({ field, message }) => `${field}: ${message}`);
}

test("what the contract takes is what routing reads, and nothing less", () => {
  expectTypeOf<QueueRule>().toExtend<routing.QueueRule>();
  expectTypeOf<condition.RuleCondition["field"]>().toEqualTypeOf<RuleCondition["field"]>();
  expectTypeOf<condition.RuleCondition["operator"]>().toEqualTypeOf<RuleCondition["operator"]>();
});

test.each<object>([
  { field: "subject", operator: "is", value: "Refund" },
  { field: "first_message", operator: "does_not_contain", value: "(a+)+$" },
  { field: "customer_email", operator: "ends_with", value: "@example.com" },
  { field: "customer_external_id", operator: "is_set" },
  { field: "customer_name", operator: "is_not_set" },
  { field: "customer_attribute", key: "plan", operator: "is", value: "gold" },
  { field: "customer_attribute", key: "seats", operator: "is_not", value: 5 },
  { field: "customer_attribute", key: "vip", operator: "is", value: true },
  { field: "customer_attribute", key: "plan", operator: "starts_with", value: "g" },
  { field: "customer_attribute", key: "seats", operator: "greater_than", value: -0.5 },
  { field: "customer_attribute", key: "seats", operator: "is_not_set" },
  { field: "customer_tags", operator: "has_all", values: ["vip", "de"] },
  { field: "conversation_tags", operator: "has_none", values: ["spam"] },
  { field: "channel", operator: "is_none_of", values: ["voice"] },
  { field: "language", operator: "is_any_of", values: ["en", "pt-BR", "zh-Hant-TW"] },
  { field: "business_hours", operator: "outside" },
])("%j is a condition", (one) => {
  expect(ruleCondition.parse(one)).toEqual(one);
});

test("texts come out trimmed", () => {
  expect(ruleCondition.parse({ field: "subject", operator: "is", value: "  Refund " })).toMatchObject({ value: "Refund" });
  expect(ruleCondition.parse({ field: "customer_attribute", key: " plan ", operator: "is", value: " gold" })).toMatchObject({ key: "plan", value: "gold" });
  expect(ruleCondition.parse({ field: "language", operator: "is_any_of", values: [" en "] })).toMatchObject({ values: ["en"] });
});

const tooLong = "Too big: expected string to have <=200 characters";

test.each<[one: unknown, error: string]>([
  ["subject", ": Invalid input: expected object, received string"],
  [{ operator: "is", value: "x" }, "field: must be one of subject, first_message, customer_name, customer_email, customer_external_id, customer_attribute, customer_tags, conversation_tags, channel, language, business_hours"],
  [{ field: "subject", operator: "matches", value: ".*" }, "operator: must be one of is, is_not, contains, does_not_contain, starts_with, ends_with, is_set, is_not_set"],
  [{ field: "subject", operator: "greater_than", value: 5 }, "operator: must be one of is, is_not, contains, does_not_contain, starts_with, ends_with, is_set, is_not_set"],
  [{ field: "subject", operator: "is", value: "  " }, "value: must not be empty"],
  [{ field: "subject", operator: "is", value: "x".repeat(201) }, `value: ${tooLong}`],
  [{ field: "subject", operator: "is" }, "value: Invalid input: expected string, received undefined"],
  [{ field: "subject", operator: "is_set", value: "x" }, "value: is not known here"],
  [{ field: "subject", key: "plan", operator: "is", value: "x" }, "key: is not known here"],
  [{ field: "customer_attribute", operator: "is", value: "x" }, "key: Invalid input: expected string, received undefined"],
  [{ field: "customer_attribute", key: "plan", operator: "is", value: "x".repeat(201) }, `value: ${tooLong}`],
  [{ field: "customer_attribute", key: "plan", operator: "is", value: null }, "value: fits none of the forms it may have"],
  [{ field: "customer_attribute", key: "plan", operator: "is", value: Infinity }, "value: fits none of the forms it may have"],
  [{ field: "customer_attribute", key: "seats", operator: "greater_than", value: "5" }, "value: Invalid input: expected number, received string"],
  [{ field: "customer_tags", operator: "has_any", values: [] }, "values: must name at least one"],
  [{ field: "customer_tags", operator: "has_any", values: Array.from({ length: 51 }, (_, at) => `${at}`) }, "values: must be 50 at most"],
  [{ field: "customer_tags", operator: "has_any", values: ["vip", ""] }, "values.1: must not be empty"],
  [{ field: "customer_tags", operator: "is_any_of", values: ["vip"] }, 'operator: Invalid option: expected one of "has_any"|"has_all"|"has_none"'],
  [{ field: "language", operator: "is_any_of", values: ["English"] }, 'values.0: must be a language like "en" or "pt-BR"'],
  [{ field: "business_hours", operator: "inside", values: [] }, "values: is not known here"],
])("%j is refused", (one, error) => {
  expect(errorsOfCondition(one)).toEqual([error]);
});

test("a body names its rules in order, with an id where they stood before", () => {
  const body = { version: 3, rules: [{ id: ruleId, ...rule }, { ...rule, name: " Others " }] };
  expect(putQueueRulesBody.parse(body)).toEqual({ version: 3, rules: [{ id: ruleId, ...rule }, { ...rule, name: "Others" }] });
});

test.each<[what: string, body: unknown, field: string, message: string]>([
  ["a rule without conditions", { version: 1, rules: [{ ...rule, conditions: [] }] }, "rules.0.conditions", "must hold at least one condition: a rule that asks nothing matches nothing"],
  ["a rule with 21 conditions", { version: 1, rules: [{ ...rule, conditions: Array.from({ length: 21 }, () => chats) }] }, "rules.0.conditions", "must be 20 conditions at most"],
  ["101 rules", { version: 1, rules: Array.from({ length: 101 }, () => rule) }, "rules", "must be 100 rules at most"],
  ["one rule twice", { version: 1, rules: [{ id: ruleId, ...rule }, rule, { id: ruleId, ...rule }] }, "rules.2.id", "is given twice"],
  ["a nameless rule", { version: 1, rules: [{ ...rule, name: "" }] }, "rules.0.name", "must not be empty"],
  ["another match", { version: 1, rules: [{ ...rule, match: "none" }] }, "rules.0.match", 'Invalid option: expected one of "all"|"any"'],
  ["a queue by name", { version: 1, rules: [{ ...rule, queueId: "Support" }] }, "rules.0.queueId", "Invalid UUID"],
  ["a field nobody knows", { version: 1, rules: [{ ...rule, position: 1 }] }, "rules.0.position", "is not known here"],
  ["a condition's error by its path", { version: 1, rules: [rule, { ...rule, conditions: [chats, { ...chats, values: [""] }] }] }, "rules.1.conditions.1.values.0", "must not be empty"],
  ["version zero", { version: 0, rules: [] }, "version", "Too small: expected number to be >=1"],
])("%s is refused by name", (_, body, field, message) => {
  expect(errorsOf(body)).toEqual([{ field, message }]);
});

test("the answer is what a next body can be made of", () => {
  const answer = { version: 2, rules: [{ id: ruleId, ...rule }], updatedAt: "2026-03-04T10:00:00.000Z", updatedBy: null };
  const { version, rules } = queueRules.parse(answer);
  expect(putQueueRulesBody.parse({ version, rules })).toEqual({ version, rules });
});
