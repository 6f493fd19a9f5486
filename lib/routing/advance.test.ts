import { expect, test } from "vitest";

import { advance, conversationAfter, passedOverAt } from "./advance";
import { exampleAgent, exampleConversation, exampleInLine, exampleNow, exampleSnapshot, exampleWaiting } from "./example-facts";
import type { Outcome } from "./model";
import { plan } from "./plan";

const inLine: Outcome = { kind: "in_line", reason: "dedicated_left", normalRouting: "no_agent_available" };

test("what somebody is given or offered needs routing no more", () => {
  const given = { agentId: "ana", reason: "dedicated_available", normalRouting: null } as const;
  expect(conversationAfter(exampleConversation(), { kind: "assigned", ...given })).toBeNull();
  expect(conversationAfter(exampleConversation(), { kind: "offered", until: exampleNow, ...given })).toBeNull();
});

test("in line it keeps its wait, is passed over by nobody, and has an overflow only if its queue has", () => {
  const waited = exampleWaiting({ passedOverSince: exampleNow - 5 });
  const after = { ...waited, state: "in_line", normalReason: "dedicated_left", passedOverSince: null };
  expect(conversationAfter(waited, inLine)).toStrictEqual(after);
  expect(conversationAfter(waited, { ...inLine, overflowAt: 7 })).toStrictEqual({ ...after, overflowAt: 7 });
  const overflowed = { ...inLine, overflowAt: 7, isOverflowed: true } as const;
  expect(conversationAfter(waited, overflowed)).toStrictEqual({ ...after, overflowAt: 7, isOverflowed: true });
});

test("the first time that it is passed over counts", () => {
  expect(passedOverAt(exampleWaiting(), exampleNow)).toMatchObject({ passedOverSince: exampleNow });
  expect(passedOverAt(exampleWaiting({ passedOverSince: 5 }), exampleNow)).toMatchObject({ passedOverSince: 5 });
});

test("decisions of another snapshot are a bug, and said", () => {
  const conversations = [exampleInLine({ dedicatedAgentId: null }), exampleWaiting({ id: "heavy", weight: 2 })];
  const snapshot = exampleSnapshot({ agents: [exampleAgent()], conversations });
  const decisions = plan(snapshot);
  expect(decisions).toMatchObject([{ conversationId: "c1", passesOver: ["heavy"] }]);
  const lacks = (id: string) => new Error(`The snapshot lacks ${id}, which a decision names.`);
  expect(() => advance({ ...snapshot, conversations: [] }, decisions)).toThrow(lacks("c1"));
  expect(() => advance({ ...snapshot, agents: [] }, decisions)).toThrow(lacks("ana"));
  expect(() => advance({ ...snapshot, conversations: conversations.slice(0, 1) }, decisions)).toThrow(lacks("heavy"));
});
