import { attributeHolds } from "./attribute-comparison";
import { foldText } from "./folded-text";
import type { AttributeValue, ChannelCondition, LanguageCondition, RuleCondition, TagCondition, TextField } from "./rule-condition";
import type { RuleSubject, SubjectReading } from "./rule-subject";
import { textHolds } from "./text-comparison";

/** Whether one condition of a queue rule is true of a conversation. */
export function conditionHolds(condition: RuleCondition, reading: SubjectReading): boolean {
  const { subject } = reading;
  switch (condition.field) {
    case "subject":
    case "first_message":
    case "customer_name":
    case "customer_email":
    case "customer_external_id":
      return textHolds(condition, reading.text(textOf(condition.field, subject)));
    case "customer_attribute":
      return attributeHolds(condition, attributeOf(subject.customer.attributes, condition.key), reading);
    case "customer_tags":
      return tagsHold(condition, subject.customer.tags, reading);
    case "conversation_tags":
      return tagsHold(condition, subject.conversationTags, reading);
    case "channel":
      return isListed(condition, (key) => key === subject.channelKey);
    case "language": {
      const language = subject.language === null ? null : languageTag(subject.language);
      return isListed(condition, (range) => language !== null && takesIn(languageTag(range), language));
    }
    case "business_hours":
      return reading.isOpen() === (condition.operator === "inside");
  }
}

function textOf(field: TextField, { subject, firstMessage, customer }: RuleSubject): string | null {
  switch (field) {
    case "subject":
      return subject;
    case "first_message":
      return firstMessage;
    case "customer_name":
      return customer.name;
    case "customer_email":
      return customer.email;
    case "customer_external_id":
      return customer.externalId;
  }
}

/** Only the customer's own: a key like "constructor" names nothing. */
function attributeOf(attributes: Readonly<Record<string, AttributeValue>>, key: string): AttributeValue | null {
  return Object.hasOwn(attributes, key) ? (attributes[key] ?? null) : null;
}

function tagsHold(condition: TagCondition, tags: readonly string[], reading: SubjectReading): boolean {
  const held = new Set(tags.map((tag) => reading.text(tag)));
  const isHeld = (tag: string): boolean => held.has(foldText(tag));
  switch (condition.operator) {
    case "has_any":
      return condition.values.some(isHeld);
    case "has_all":
      return condition.values.every(isHeld);
    case "has_none":
      return !condition.values.some(isHeld);
  }
}

function isListed({ operator, values }: ChannelCondition | LanguageCondition, isIt: (value: string) => boolean): boolean {
  switch (operator) {
    case "is_any_of":
      return values.some(isIt);
    case "is_none_of":
      return !values.some(isIt);
  }
}

/** Tags know no case, and some systems write `en_GB`. */
function languageTag(language: string): string {
  return language.trim().toLowerCase().replaceAll("_", "-");
}

/** Basic filtering of RFC 4647, 3.3.1: the range itself, or what it begins, up to a hyphen. */
function takesIn(range: string, language: string): boolean {
  return language === range || language.startsWith(`${range}-`);
}
