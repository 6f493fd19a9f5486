import fc from "fast-check";
import { expect, test } from "vitest";

import { weekdays } from "./business-hours";
import { conditionHolds } from "./condition-holds";
import { exampleHours, exampleSubject } from "./example-rules";
import { foldText } from "./folded-text";
import { chooseQueue, ruleMatches, type QueueRule } from "./queue-rules";
import { equalityOperators, hoursOperators, listOperators, partOperators, presenceOperators, sizeOperators, tagFields, tagOperators, textFields, type RuleCondition } from "./rule-condition";
import { SubjectReading, type RuleSubject } from "./rule-subject";
import { traceQueueRules } from "./trace-queue-rules";

/** `KITH_SEED` replays a failure. */
const seed = Number(process.env["KITH_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Few letters, so that things match; with accents, case and blanks of several kinds. */
const word = fc.string({ unit: fc.constantFrom("a", "A", "b", "é", "e\u0301", "Σ", "ς", "1", ".", " ", "\n"), maxLength: 4 });
const anyText = fc.string({ unit: "binary", maxLength: 12 });
const words = fc.array(word, { maxLength: 3 });
const key = fc.constantFrom("plan", "seats", "constructor");
const scalar = fc.oneof(word, fc.integer({ min: -2, max: 12 }), fc.boolean(), fc.integer({ min: -2, max: 12 }).map(String));
const channel = fc.constantFrom("chat", "email", "sms");
const language = fc.constantFrom("en", "en-GB", "EN", "de", "de_AT");
const field = fc.constantFrom(...textFields);
const attribute = fc.constant("customer_attribute" as const);

const condition: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({ field, operator: fc.constantFrom(...equalityOperators, ...partOperators), value: word }),
  fc.record({ field, operator: fc.constantFrom(...presenceOperators) }),
  fc.record({ field: attribute, key, operator: fc.constantFrom(...equalityOperators), value: scalar }),
  fc.record({ field: attribute, key, operator: fc.constantFrom(...partOperators), value: word }),
  fc.record({ field: attribute, key, operator: fc.constantFrom(...sizeOperators), value: fc.integer({ min: -2, max: 12 }) }),
  fc.record({ field: attribute, key, operator: fc.constantFrom(...presenceOperators) }),
  fc.record({ field: fc.constantFrom(...tagFields), operator: fc.constantFrom(...tagOperators), values: words }),
  fc.record({ field: fc.constant("channel" as const), operator: fc.constantFrom(...listOperators), values: fc.array(channel, { maxLength: 3 }) }),
  fc.record({ field: fc.constant("language" as const), operator: fc.constantFrom(...listOperators), values: fc.array(language, { maxLength: 3 }) }),
  fc.record({ field: fc.constant("business_hours" as const), operator: fc.constantFrom(...hoursOperators) }),
);

const officeHours = exampleHours("Europe/Berlin", Object.fromEntries(weekdays.map((weekday) => [weekday, [{ from: "08:00", to: "20:00" }]])));

const subject: fc.Arbitrary<RuleSubject> = fc.record({
  now: fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }),
  channelKey: channel,
  subject: fc.option(word),
  firstMessage: word,
  language: fc.option(language),
  conversationTags: words,
  customer: fc.record({
    name: word,
    email: fc.option(word),
    externalId: fc.option(word),
    tags: words,
    attributes: fc.dictionary(key, scalar),
  }),
  businessHours: fc.option(fc.constant(officeHours)),
});

const rules: fc.Arbitrary<QueueRule[]> = fc
  .array(fc.record({ isEnabled: fc.boolean(), match: fc.constantFrom(...ruleMatches), conditions: fc.array(condition, { maxLength: 3 }) }), { maxLength: 8 })
  .map((all) => all.map((rule, at) => ({ ...rule, id: `rule-${at}`, name: `Rule ${at}`, queueId: `queue-${at % 3}` })));

function holds(one: RuleCondition, of: RuleSubject): boolean {
  return conditionHolds(one, new SubjectReading(of));
}

test("the choice is the first enabled rule whose conditions, each asked alone, hold", () => {
  check(fc.property(rules, subject, (all, of) => {
    const expected = all.find(({ isEnabled, match, conditions }) => {
      const count = conditions.filter((one) => holds(one, of)).length;
      return isEnabled && count > 0 && (match === "any" || count === conditions.length);
    });
    const chosen = chooseQueue(frozen(all), frozen(of));
    expect(chosen).toEqual(expected ? { ruleId: expected.id, ruleName: expected.name, queueId: expected.queueId } : null);
    expect(chooseQueue(all.filter((rule) => rule.isEnabled), of), "a rule switched off is no rule").toEqual(chosen);
    expect(chooseQueue(all, structuredClone(of)), "the same facts, the same choice").toEqual(chosen);
  }));
});

test("what rules say when they are tried is what they do", () => {
  check(fc.property(rules, subject, (all, of) => {
    const traced = traceQueueRules(frozen(all), frozen(of));
    const winner = all.find(({ isEnabled }, at) => isEnabled && traced[at]?.isMatch);
    expect(winner?.id).toBe(chooseQueue(all, of)?.ruleId);
    expect(traced.map((rule) => rule.holds)).toEqual(all.map(({ conditions }) => conditions.map((one) => holds(one, of))));
  }));
});

const opposites: Readonly<Record<string, string>> = {
  is: "is_not",
  contains: "does_not_contain",
  is_set: "is_not_set",
  has_any: "has_none",
  is_any_of: "is_none_of",
  inside: "outside",
};

test("of a condition and its opposite exactly one holds, whatever is missing", () => {
  check(fc.property(condition, subject, (one, of) => {
    const operator = opposites[one.operator];
    if (operator === undefined) return;
    expect(holds(withOperator(one, operator), of)).toBe(!holds(one, of));
  }));
});

/** Its opposite takes the same values, which the types can't say. */
function withOperator(one: RuleCondition, operator: string): RuleCondition {
  const opposite: RuleCondition = JSON.parse(JSON.stringify({ ...one, operator }));
  return opposite;
}

test("nothing positive is true of what is missing", () => {
  const nobody = exampleSubject({ firstMessage: " ", customer: { name: "" } });
  check(fc.property(condition, (one) => {
    if (one.field === "channel" || one.field === "business_hours" || ("values" in one && one.values.length === 0)) return;
    const isNegative = ["is_not", "does_not_contain", "is_not_set", "has_none", "is_none_of"].includes(one.operator);
    expect(holds(one, nobody)).toBe(isNegative);
  }));
});

test("a rule is blind to case, to how accents are encoded and to blanks at the ends", () => {
  check(fc.property(condition, subject, word, (one, of, text) => {
    const changed = { ...of, firstMessage: `\t${of.firstMessage.toLowerCase().normalize("NFD")}\u00a0` };
    expect(holds(one, changed)).toBe(holds(one, of));
    if (!("value" in one) || typeof one.value !== "string" || one.field === "customer_attribute") return;
    const message = { ...of, firstMessage: text };
    const folded = { ...one, field: "first_message", value: ` ${one.value.toUpperCase().normalize("NFD")}\n` } as const;
    expect(holds(folded, message)).toBe(holds({ ...one, field: "first_message" }, message));
  }));
});

test("folding a text twice is folding it once, and its encoding makes no difference", () => {
  check(fc.property(fc.oneof(word, anyText), (text) => {
    const folded = foldText(text);
    expect(foldText(folded)).toBe(folded);
    expect(foldText(text.normalize("NFD"))).toBe(folded);
    expect(foldText(text.normalize("NFC"))).toBe(folded);
  }), 10_000);
});

/** In strict mode, a change to what is frozen throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

function check<T>(property: fc.IRawProperty<T>, numRuns = 2000): void {
  fc.assert(property, {
    seed,
    numRuns,
    reporter: (run) => {
      if (run.failed) throw new Error(`${fc.defaultReportMessage(run)}\nReplay it with KITH_SEED=${seed}.`, { cause: run.errorInstance });
    },
  });
}
