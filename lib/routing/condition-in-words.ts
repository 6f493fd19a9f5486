import type { AttributeCondition, ChannelCondition, LanguageCondition, RuleCondition, TagCondition, TextComparison, TextField } from "./rule-condition";

/** What a condition asks about, as people call it; an attribute of a customer is called by its key. */
export const fieldLabels = {
  subject: "Subject",
  first_message: "First message",
  customer_name: "Customer’s name",
  customer_email: "Customer’s e-mail",
  customer_external_id: "Customer’s external id",
  customer_attribute: "Customer’s attribute",
  customer_tags: "Customer’s tags",
  conversation_tags: "Conversation’s tags",
  channel: "Channel",
  language: "Language",
  business_hours: "Time",
} as const satisfies Record<RuleCondition["field"], string>;

export const operatorLabels = {
  is: "is",
  is_not: "is not",
  contains: "contains",
  does_not_contain: "does not contain",
  starts_with: "starts with",
  ends_with: "ends with",
  greater_than: "is more than",
  less_than: "is less than",
  is_set: "is set",
  is_not_set: "is not set",
  has_any: "have any of",
  has_all: "have all of",
  has_none: "have none of",
  is_any_of: "is any of",
  is_none_of: "is none of",
  inside: "is within business hours",
  outside: "is outside business hours",
} as const satisfies Record<RuleCondition["operator"], string>;

/**
 * A condition as people say it: `Subject contains “refund”`.
 *
 * @param channelName what a channel's key is called
 */
export function conditionInWords(condition: RuleCondition, channelName: (key: string) => string): string {
  const asks = `${labelOf(condition)} ${operatorLabels[condition.operator]}`;
  const compared = valuesOf(condition, channelName);
  return compared === null ? asks : `${asks} ${compared}`;
}

function labelOf(condition: RuleCondition): string {
  return condition.field === "customer_attribute" ? `${fieldLabels.customer_attribute} ${condition.key === "" ? "…" : condition.key}` : fieldLabels[condition.field];
}

function valuesOf(condition: RuleCondition, channelName: (key: string) => string): string | null {
  switch (condition.field) {
    case "subject":
    case "first_message":
    case "customer_name":
    case "customer_email":
    case "customer_external_id":
    case "customer_attribute":
      return valueOf(condition);
    case "customer_tags":
    case "conversation_tags":
    case "language":
      return listed(condition);
    case "channel":
      return listed({ ...condition, values: condition.values.map(channelName) });
    case "business_hours":
      return null;
  }
}

function valueOf(condition: ({ readonly field: TextField } & TextComparison) | AttributeCondition): string | null {
  if (!("value" in condition)) return null;
  const { value } = condition;
  if (typeof value === "string") return quoted(value);
  return Number.isNaN(value) ? "…" : String(value);
}

function listed({ values }: TagCondition | ChannelCondition | LanguageCondition): string {
  return values.length === 0 ? "…" : values.map(quoted).join(", ");
}

function quoted(text: string): string {
  return text === "" ? "…" : `“${text}”`;
}
