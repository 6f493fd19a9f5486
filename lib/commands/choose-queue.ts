import { z } from "zod";
import { businessHours } from "../contracts/business-hours";
import { customerAttributes } from "../contracts/customer-attributes";
import { queueRule } from "../contracts/queue-rules";
import { chooseQueue } from "../routing/queue-rules";
import type { EnteredQueue, StoredRules } from "../store/queue-rules";

/** A conversation as it enters a queue. */
export interface EnteringConversation {
  readonly now: Date;
  readonly channelKey: string;
  readonly subject: string | null;
  readonly firstMessage: string;
  /** As its channel told it; null: the customer's counts. */
  readonly language: string | null;
  readonly tags: readonly string[];
}

export interface ChosenQueue extends EnteredQueue {
  /** The rule that named it; null: none did. */
  readonly ruleName: string | null;
}

const storedRules = z.array(
  queueRule.extend({ queue: z.strictObject({ id: z.string(), name: z.string(), weight: z.number(), priority: z.number() }) }),
);
const storedCustomer = z.strictObject({
  name: z.string(),
  email: z.string().nullable(),
  externalId: z.string().nullable(),
  language: z.string().nullable(),
  tags: z.array(z.string()),
  attributes: customerAttributes,
});

/** The queue that the first matching rule names. @returns null when none matches */
export function chooseRuledQueue(stored: StoredRules, { now, language, tags, ...entering }: EnteringConversation): ChosenQueue | null {
  const rules = storedRules.parse(stored.rules);
  const customer = storedCustomer.parse(stored.customer);
  const choice = chooseQueue(rules, {
    ...entering,
    now: now.getTime(),
    language: language ?? customer.language,
    conversationTags: tags,
    customer,
    businessHours: businessHours.nullable().parse(stored.hours),
  });
  const rule = rules.find(({ id }) => id === choice?.ruleId);
  return rule ? { ...rule.queue, ruleName: rule.name } : null;
}
