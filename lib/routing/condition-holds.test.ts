import { expect, test } from "vitest";

import { conditionHolds } from "./condition-holds";
import { exampleHours, exampleSubject } from "./example-rules";
import type { AttributeComparison, AttributeValue, RuleCondition, TextComparison } from "./rule-condition";
import { SubjectReading, type RuleSubject } from "./rule-subject";

function holds(condition: RuleCondition, subject: RuleSubject): boolean {
  return conditionHolds(condition, new SubjectReading(subject));
}

const texts: [text: string | null, operator: TextComparison["operator"], value: string, holds: boolean][] = [
  ["Refund", "is", "refund", true],
  ["  refund\n", "is", "refund", true],
  ["refund", "is", "  ReFund ", true],
  ["Refund please", "is", "refund", false],
  ["re fund", "is", "refund", false],
  [null, "is", "refund", false],
  ["Refund", "is_not", "refund", false],
  ["refund", "is_not", " ReFund", false],
  ["Refund please", "is_not", "refund", true],
  [null, "is_not", "refund", true],
  ["My REFUND, please", "contains", "refund", true],
  ["My re-fund, please", "contains", "refund", false],
  [null, "contains", "refund", false],
  ["My REFUND, please", "does_not_contain", "refund", false],
  ["My re-fund, please", "does_not_contain", "refund", true],
  [null, "does_not_contain", "refund", true],
  [" Refund please", "starts_with", "REFUND", true],
  ["My refund", "starts_with", "refund", false],
  [null, "starts_with", "refund", false],
  ["My refund ", "ends_with", "REFUND", true],
  ["My refund.", "ends_with", "refund", false],
  [null, "ends_with", "refund", false],
  ["x", "is_set", "", true],
  [" \t\n", "is_set", "", false],
  ["", "is_set", "", false],
  [null, "is_set", "", false],
  ["x", "is_not_set", "", false],
  [" ", "is_not_set", "", true],
  [null, "is_not_set", "", true],
  // Composed and decomposed are one text, accented and plain are two.
  ["cafe\u0301", "is", "CAF\u00c9", true],
  ["cafe\u0301", "contains", "cafe", false],
  // It has a composed form in lower case only.
  ["H\u0331", "is", "\u1e96", true],
  // A sigma at the end of a word is a sigma.
  ["\u039f\u03a3\u0391", "starts_with", "\u039f\u03a3", true],
  // No pattern: what looks like one is text.
  ["aaab", "contains", "a+b", false],
  ["a+b?", "contains", "A+B", true],
];

test.each(texts)("%j %s %j: %s", (text, operator, value, expected) => {
  const comparison = textComparison(operator, value);
  expect(holds({ field: "subject", ...comparison }, exampleSubject({ subject: text }))).toBe(expected);
  expect(holds({ field: "customer_email", ...comparison }, exampleSubject({ customer: { email: text } }))).toBe(expected);
  expect(holds({ field: "customer_external_id", ...comparison }, exampleSubject({ customer: { externalId: text } }))).toBe(expected);
  // What can't be null is empty instead.
  expect(holds({ field: "first_message", ...comparison }, exampleSubject({ firstMessage: text ?? "" }))).toBe(expected);
  expect(holds({ field: "customer_name", ...comparison }, exampleSubject({ customer: { name: text ?? "" } }))).toBe(expected);

  const attributes: Record<string, AttributeValue> = text === null ? {} : { note: text };
  expect(holds({ field: "customer_attribute", key: "note", ...comparison }, exampleSubject({ customer: { attributes } }))).toBe(expected);
});

function textComparison(operator: TextComparison["operator"], value: string): TextComparison {
  return operator === "is_set" || operator === "is_not_set" ? { operator } : { operator, value };
}

test("each field reads its own text", () => {
  const subject = exampleSubject({ subject: "s", firstMessage: "f", customer: { name: "n", email: "e", externalId: "x" } });
  for (const [field, value] of [["subject", "s"], ["first_message", "f"], ["customer_name", "n"], ["customer_email", "e"], ["customer_external_id", "x"]] as const) {
    expect(holds({ field, operator: "is", value }, subject), field).toBe(true);
  }
});

const attributes: [attribute: AttributeValue | undefined, comparison: AttributeComparison, holds: boolean][] = [
  // Read as text.
  ["Gold", { operator: "is", value: "gold" }, true],
  [5, { operator: "is", value: "5" }, true],
  [true, { operator: "is", value: "TRUE" }, true],
  [12345, { operator: "contains", value: "234" }, true],
  [12345, { operator: "does_not_contain", value: "234" }, false],
  [12345, { operator: "starts_with", value: "12" }, true],
  [12345, { operator: "ends_with", value: "12" }, false],
  [0, { operator: "is_set" }, true],
  [false, { operator: "is_set" }, true],
  [false, { operator: "is_not_set" }, false],
  // Read as a number.
  [5, { operator: "is", value: 5 }, true],
  [5, { operator: "is", value: 6 }, false],
  [5, { operator: "is_not", value: 5 }, false],
  [5, { operator: "is_not", value: 6 }, true],
  [" 5.0 ", { operator: "is", value: 5 }, true],
  ["+5", { operator: "is", value: 5 }, true],
  ["5", { operator: "is", value: 6 }, false],
  ["", { operator: "is", value: 0 }, false],
  ["0x10", { operator: "is", value: 16 }, false],
  ["5 seats", { operator: "is", value: 5 }, false],
  ["about 5", { operator: "is", value: 5 }, false],
  ["5.", { operator: "is", value: 5 }, false],
  [true, { operator: "is", value: 1 }, false],
  [true, { operator: "is_not", value: 1 }, true],
  [undefined, { operator: "is", value: 0 }, false],
  [undefined, { operator: "is_not", value: 0 }, true],
  [5, { operator: "greater_than", value: 4.5 }, true],
  [5, { operator: "greater_than", value: 5 }, false],
  [4, { operator: "greater_than", value: 5 }, false],
  ["12", { operator: "greater_than", value: 5 }, true],
  ["12.75", { operator: "greater_than", value: 12.7 }, true],
  ["many", { operator: "greater_than", value: 5 }, false],
  [true, { operator: "greater_than", value: 0 }, false],
  [undefined, { operator: "greater_than", value: -1 }, false],
  [1e21, { operator: "greater_than", value: 5 }, true],
  [4, { operator: "less_than", value: 5 }, true],
  [5, { operator: "less_than", value: 5 }, false],
  [6, { operator: "less_than", value: 5 }, false],
  ["-3", { operator: "less_than", value: 0 }, true],
  ["", { operator: "less_than", value: 5 }, false],
  [false, { operator: "less_than", value: 5 }, false],
  [undefined, { operator: "less_than", value: 5 }, false],
  // Read as true or false.
  [true, { operator: "is", value: true }, true],
  [false, { operator: "is", value: false }, true],
  [true, { operator: "is", value: false }, false],
  ["True", { operator: "is", value: true }, true],
  ["yes", { operator: "is", value: true }, false],
  [1, { operator: "is", value: true }, false],
  [true, { operator: "is_not", value: true }, false],
  [undefined, { operator: "is", value: false }, false],
  [undefined, { operator: "is_not", value: true }, true],
];

test.each(attributes)("the attribute %j, %j: %s", (attribute, comparison, expected) => {
  const held: Record<string, AttributeValue> = attribute === undefined ? {} : { plan: attribute };
  expect(holds({ field: "customer_attribute", key: "plan", ...comparison }, exampleSubject({ customer: { attributes: held } }))).toBe(expected);
});

test.each(["constructor", "__proto__", "toString"])("%s is an attribute only where the customer has one", (key) => {
  const isSet = { field: "customer_attribute", key, operator: "is_set" } as const;
  expect(holds(isSet, exampleSubject())).toBe(false);
  const attributes: Record<string, AttributeValue> = Object.fromEntries([[key, "x"]]);
  expect(holds(isSet, exampleSubject({ customer: { attributes } }))).toBe(true);
});

test("an attribute's key is exact", () => {
  const subject = exampleSubject({ customer: { attributes: { plan: "gold" } } });
  expect(holds({ field: "customer_attribute", key: "Plan", operator: "is_set" }, subject)).toBe(false);
});

test.each([
  [["VIP ", "de"], "has_any", ["vip"], true],
  [["vip"], "has_any", ["de", " Vip"], true],
  [["vip"], "has_any", ["vi", "vips"], false],
  [[], "has_any", ["vip"], false],
  [["VIP", "de"], "has_all", ["de", "vip"], true],
  [["vip"], "has_all", ["de", "vip"], false],
  [[], "has_all", ["vip"], false],
  [["vip"], "has_none", ["de", "VIP"], false],
  [["vip"], "has_none", ["de"], true],
  [[], "has_none", ["vip"], true],
] as const)("tags %j %s %j: %s", (tags, operator, values, expected) => {
  expect(holds({ field: "customer_tags", operator, values }, exampleSubject({ customer: { tags } }))).toBe(expected);
  expect(holds({ field: "conversation_tags", operator, values }, exampleSubject({ conversationTags: tags }))).toBe(expected);
});

test("the customer's tags are not the conversation's", () => {
  const subject = exampleSubject({ conversationTags: ["c"], customer: { tags: ["p"] } });
  expect(holds({ field: "customer_tags", operator: "has_any", values: ["c"] }, subject)).toBe(false);
  expect(holds({ field: "conversation_tags", operator: "has_any", values: ["p"] }, subject)).toBe(false);
});

test.each([
  ["chat", "is_any_of", ["email", "chat"], true],
  ["chat", "is_any_of", ["email", "cha"], false],
  ["chat", "is_none_of", ["email", "chat"], false],
  ["chat", "is_none_of", ["email"], true],
] as const)("the channel %s %s %j: %s", (channelKey, operator, values, expected) => {
  expect(holds({ field: "channel", operator, values }, exampleSubject({ channelKey }))).toBe(expected);
});

test.each([
  ["en", "is_any_of", ["en"], true],
  ["en-GB", "is_any_of", ["de", "en"], true],
  ["EN_gb", "is_any_of", [" en-GB"], true],
  ["en", "is_any_of", ["en-GB"], false],
  ["en-US", "is_any_of", ["en-GB"], false],
  ["eng", "is_any_of", ["en"], false],
  ["zh-Hant-TW", "is_any_of", ["zh-hant"], true],
  [null, "is_any_of", ["en"], false],
  ["en-GB", "is_none_of", ["en"], false],
  ["en", "is_none_of", ["en-GB", "de"], true],
  [null, "is_none_of", ["en"], true],
] as const)("the language %s %s %j: %s", (language, operator, values, expected) => {
  expect(holds({ field: "language", operator, values }, exampleSubject({ language }))).toBe(expected);
});

const wednesdays = exampleHours("UTC", { wednesday: [{ from: "09:00", to: "17:00" }] });

test.each([
  ["within hours", wednesdays, Date.UTC(2026, 2, 4, 16, 59), true],
  ["after hours", wednesdays, Date.UTC(2026, 2, 4, 17), false],
  ["without any hours", null, Date.UTC(2026, 2, 4, 17), true],
] as const)("%s", (_, businessHours, now, isInside) => {
  const subject = exampleSubject({ businessHours, now });
  expect(holds({ field: "business_hours", operator: "inside" }, subject)).toBe(isInside);
  expect(holds({ field: "business_hours", operator: "outside" }, subject)).toBe(!isInside);
});
