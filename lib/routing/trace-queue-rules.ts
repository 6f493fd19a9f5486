import { conditionHolds } from "./condition-holds";
import { isRuleMatch, type QueueRule } from "./queue-rules";
import { SubjectReading, type RuleSubject } from "./rule-subject";

/** What one rule says of a conversation, whether it is switched on or not. */
export interface TracedRule {
  readonly isMatch: boolean;
  /** Of each condition, in their order. */
  readonly holds: readonly boolean[];
}

/**
 * Every rule asked of one conversation, for people who try them: what `chooseQueue` chooses is the first that is enabled and
 * matches.
 *
 * @param rules in their order; never mutated
 * @throws RangeError when a rule asks for business hours in a time zone that this process does not know
 */
export function traceQueueRules(rules: readonly QueueRule[], subject: RuleSubject): readonly TracedRule[] {
  const reading = new SubjectReading(subject);
  return rules.map((rule) => ({
    isMatch: isRuleMatch(rule, reading),
    holds: rule.conditions.map((condition) => conditionHolds(condition, reading)),
  }));
}
