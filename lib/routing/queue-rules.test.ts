import { expect, test } from "vitest";

import { exampleHours, exampleRule, exampleSubject } from "./example-rules";
import { chooseQueue, type QueueRule } from "./queue-rules";
import type { RuleCondition } from "./rule-condition";

const chat: RuleCondition = { field: "channel", operator: "is_any_of", values: ["chat"] };
const vip: RuleCondition = { field: "customer_tags", operator: "has_any", values: ["vip"] };
const german: RuleCondition = { field: "language", operator: "is_any_of", values: ["de"] };

const germanChat = exampleSubject({ language: "de-AT" });

test.each<[match: QueueRule["match"], conditions: RuleCondition[], isMatch: boolean]>([
  ["all", [chat, german], true],
  ["all", [chat, vip], false],
  ["all", [vip, chat], false],
  ["any", [vip, german], true],
  ["any", [german, vip], true],
  ["any", [vip], false],
  ["all", [], false],
  ["any", [], false],
])("match %s of %j: %s", (match, conditions, isMatch) => {
  expect(chooseQueue([exampleRule({ match, conditions })], germanChat) !== null).toBe(isMatch);
});

test("the first enabled rule that matches names the queue", () => {
  const rules = [
    exampleRule({ id: "1", name: "VIPs", queueId: "vip", conditions: [vip] }),
    exampleRule({ id: "2", name: "Off", queueId: "off", isEnabled: false }),
    exampleRule({ id: "3", name: "German", queueId: "german", conditions: [german] }),
    exampleRule({ id: "4", name: "Chats", queueId: "chats" }),
  ];
  expect(chooseQueue(rules, germanChat)).toEqual({ ruleId: "3", ruleName: "German", queueId: "german" });
  expect(chooseQueue([...rules].reverse(), germanChat)).toEqual({ ruleId: "4", ruleName: "Chats", queueId: "chats" });
});

test("no rule that matches, no choice: the caller takes the default queue", () => {
  expect(chooseQueue([], germanChat)).toBeNull();
  expect(chooseQueue([exampleRule({ conditions: [vip] }), exampleRule({ isEnabled: false })], germanChat)).toBeNull();
});

test("nights go to another queue by one rule alone", () => {
  const businessHours = exampleHours("Europe/Berlin", { wednesday: [{ from: "09:00", to: "17:00" }] });
  const rules = [exampleRule({ queueId: "night", conditions: [{ field: "business_hours", operator: "outside" }] })];
  const at = (hour: number): string | undefined =>
    chooseQueue(rules, exampleSubject({ businessHours, now: Date.UTC(2026, 2, 4, hour) }))?.queueId;
  expect([7, 8, 15, 16].map(at)).toEqual(["night", undefined, undefined, "night"]);
});
