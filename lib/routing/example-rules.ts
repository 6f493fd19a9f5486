import type { BusinessHours, OpenInterval, Weekday } from "./business-hours";
import type { QueueRule } from "./queue-rules";
import type { RuleCustomer, RuleSubject } from "./rule-subject";

/** A conversation for tests of queue rules, without subject, language, tags, attributes and business hours. */
export function exampleSubject(
  { customer, ...facts }: Partial<Omit<RuleSubject, "customer">> & { readonly customer?: Partial<RuleCustomer> } = {},
): RuleSubject {
  return {
    now: Date.UTC(2026, 2, 4, 10),
    channelKey: "chat",
    subject: null,
    firstMessage: "Where is my parcel?",
    language: null,
    conversationTags: [],
    businessHours: null,
    ...facts,
    customer: { name: "Ada Lovelace", email: null, externalId: null, tags: [], attributes: {}, ...customer },
  };
}

/** A rule that is true of every `exampleSubject` on the channel chat. */
export function exampleRule(facts: Partial<QueueRule> = {}): QueueRule {
  return {
    id: "rule",
    name: "Chats",
    isEnabled: true,
    match: "all",
    conditions: [{ field: "channel", operator: "is_any_of", values: ["chat"] }],
    queueId: "queue",
    ...facts,
  };
}

/** Business hours for tests: closed but for the weekdays that are named. */
export function exampleHours(
  timeZone: string,
  weekly: Partial<Record<Weekday, readonly OpenInterval[]>> = {},
  exceptions: BusinessHours["exceptions"] = [],
): BusinessHours {
  const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
  return { timeZone, weekly: { ...closed, ...weekly }, exceptions };
}
