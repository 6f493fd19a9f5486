import { expect, it } from "vitest";

import { conditionInWords } from "./condition-in-words";
import type { RuleCondition } from "./rule-condition";

const conditions: readonly (readonly [RuleCondition, string])[] = [
  [{ field: "subject", operator: "contains", value: "refund" }, "Subject contains “refund”"],
  [{ field: "first_message", operator: "is_not_set" }, "First message is not set"],
  [{ field: "customer_name", operator: "starts_with", value: "Dr" }, "Customer’s name starts with “Dr”"],
  [{ field: "customer_external_id", operator: "is", value: "4711" }, "Customer’s external id is “4711”"],
  [{ field: "customer_email", operator: "ends_with", value: "@example.org" }, "Customer’s e-mail ends with “@example.org”"],
  [{ field: "customer_attribute", key: "plan", operator: "is", value: "gold" }, "Customer’s attribute plan is “gold”"],
  [{ field: "customer_attribute", key: "seats", operator: "greater_than", value: 10 }, "Customer’s attribute seats is more than 10"],
  [{ field: "customer_attribute", key: "vip", operator: "is_not", value: true }, "Customer’s attribute vip is not true"],
  [{ field: "customer_tags", operator: "has_all", values: ["vip", "new"] }, "Customer’s tags have all of “vip”, “new”"],
  [{ field: "channel", operator: "is_any_of", values: ["chat", "gone"] }, "Channel is any of “Web chat”, “gone”"],
  [{ field: "language", operator: "is_none_of", values: ["en"] }, "Language is none of “en”"],
  [{ field: "business_hours", operator: "outside" }, "Time is outside business hours"],
  // As they are while somebody writes them.
  [{ field: "subject", operator: "is", value: "" }, "Subject is …"],
  [{ field: "customer_attribute", key: "", operator: "less_than", value: NaN }, "Customer’s attribute … is less than …"],
  [{ field: "conversation_tags", operator: "has_any", values: [] }, "Conversation’s tags have any of …"],
];

it.each(conditions)("%j", (condition, inWords) => {
  // Every key but one is called something: nothing else is looked up as a channel.
  expect(conditionInWords(condition, (key) => (key === "gone" ? key : "Web chat"))).toBe(inWords);
});
