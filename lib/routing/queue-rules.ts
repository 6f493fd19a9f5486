import { conditionHolds } from "./condition-holds";
import type { RuleCondition } from "./rule-condition";
import { SubjectReading, type RuleSubject } from "./rule-subject";

/** *Match all* or *match any* of a rule's conditions. */
export const ruleMatches = ["all", "any"] as const;
export type RuleMatch = (typeof ruleMatches)[number];

export interface QueueRule {
  readonly id: string;
  readonly name: string;
  readonly isEnabled: boolean;
  readonly match: RuleMatch;
  readonly conditions: readonly RuleCondition[];
  readonly queueId: string;
}

/** The rule that named the queue. */
export interface QueueChoice {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly queueId: string;
}

/**
 * The queue of a conversation: the first enabled rule that matches names it (the routing contract, §1).
 *
 * @param rules in their order; never mutated
 * @returns null when none matches: the conversation takes the default queue
 * @throws RangeError when a rule asks for business hours in a time zone that this process does not know
 */
export function chooseQueue(rules: readonly QueueRule[], subject: RuleSubject): QueueChoice | null {
  const reading = new SubjectReading(subject);
  const rule = rules.find((each) => each.isEnabled && isRuleMatch(each, reading));
  return rule ? { ruleId: rule.id, ruleName: rule.name, queueId: rule.queueId } : null;
}

/** Whether a rule matches, switched on or not. One that asks nothing matches nothing: it could not say why it took a conversation (docs/decisions/0026). */
export function isRuleMatch({ match, conditions }: QueueRule, reading: SubjectReading): boolean {
  if (conditions.length === 0) return false;
  switch (match) {
    case "all":
      return conditions.every((condition) => conditionHolds(condition, reading));
    case "any":
      return conditions.some((condition) => conditionHolds(condition, reading));
  }
}
