import { expect, test } from "vitest";

import { exampleNow } from "./example-facts";
import { nameOf } from "./example-sentences";
import { explain } from "./explain";
import type { HandFacts, LogEntry } from "./log-entry";
import { handCodes } from "./reasons";

const mia: HandFacts = {
  now: exampleNow,
  actor: { kind: "user", name: "Mia Sol" },
  previousAgentId: null,
  loadAfter: null,
  capacity: null,
  snoozedUntil: null,
  fromCustomerName: null,
  toCustomerName: null,
};
const byHand = (code: (typeof handCodes)[number], agentId: string | null, change: Partial<HandFacts> = {}): string => {
  const entry: LogEntry = { by: "hand", at: exampleNow, code, agentId, facts: { ...mia, ...change } };
  return explain(entry, nameOf);
};

test.each<[says: string, ...Parameters<typeof byHand>]>([
  ["Mia Sol assigned it to Ana Lima, from Ben Ode (6 of 5, over capacity).", "assigned_by_hand", "ana", { previousAgentId: "ben", loadAfter: 6, capacity: 5 }],
  ["Mia Sol assigned it to Ana Lima (5 of 5).", "assigned_by_hand", "ana", { loadAfter: 5, capacity: 5 }],
  ["Mia Sol assigned it to nobody.", "assigned_by_hand", null],
  ["Mia Sol assigned it to Ana Lima.", "assigned_by_hand", "ana", { loadAfter: 5 }],
  ["Mia Sol assigned it to Ana Lima.", "assigned_by_hand", "ana", { capacity: 5 }],
  ["Mia Sol took it off its assignee.", "unassigned_by_hand", null],
  ["Mia Sol took it off Ben Ode.", "unassigned_by_hand", null, { previousAgentId: "ben" }],
  ["Mia Sol pressed Route now.", "route_now_pressed", null],
  ["The API key CRM made Ana Lima the dedicated agent, instead of Ben Ode.", "link_changed", "ana", { previousAgentId: "ben", actor: { kind: "api_key", name: "CRM" } }],
  ["Mia Sol removed Ben Ode as the dedicated agent.", "link_changed", null, { previousAgentId: "ben" }],
  ["Mia Sol opened it: assigned to Ana Lima (1 of 5).", "opened_by_agent", "ana", { loadAfter: 1, capacity: 5 }],
  ["Mia Sol snoozed it for 2 h.", "snoozed", null, { snoozedUntil: exampleNow + 7_200_000 }],
  ["The snooze ended; it stays with Ana Lima.", "woke", "ana", { actor: { kind: "clock", name: null } }],
  ["Mia Sol marked it done.", "done", null],
  ["The customer reopened it.", "reopened", null, { actor: { kind: "customer", name: null } }],
  ["Mia Sol opened it (5 of 5).", "opened_by_agent", null, { loadAfter: 5, capacity: 5 }],
  ["Mia Sol made Ana Lima the dedicated agent.", "link_changed", "ana"],
  ["Mia Sol removed the dedicated agent.", "link_changed", null],
  ["Mia Sol snoozed it.", "snoozed", null],
  ["Mia Sol ended its snooze.", "woke", null],
  ["Jo Fry reopened it; it stays with Ana Lima (6 of 5, over capacity).", "reopened", "ana", { actor: { kind: "customer", name: "Jo Fry" }, loadAfter: 6, capacity: 5 }],
  ["Mia Sol moved it to another timeline.", "moved", null],
  ["Mia Sol merged the customers from Jo's timeline to Kim's timeline.", "merged", null, { fromCustomerName: "Jo", toCustomerName: "Kim" }],
  ["Mia Sol transferred it to the queue Sales, from Ben Ode.", "transferred_to_queue", null, { previousAgentId: "ben", queueName: "Sales" }],
  ["Mia Sol transferred it to another queue.", "transferred_to_queue", null],
  ["Mia Sol deleted its queue Sales: it is in the queue Support; it stays with Ana Lima.", "queue_deleted", "ana", { fromQueueName: "Sales", queueName: "Support" }],
  ["Mia Sol deleted its queue: it is in another queue.", "queue_deleted", null],
  ["The queue rule VIPs put it in the queue Gold.", "queued_by_rule", null, { queueName: "Gold", ruleName: "VIPs" }],
  ["The queue rule VIPs put it in its queue.", "queued_by_rule", null, { ruleName: "VIPs" }],
  ["No queue rule matched: it is in the queue Support.", "queued_by_rule", null, { queueName: "Support" }],
  ["No queue rule matched: it is in the default queue.", "queued_by_rule", null],
  ["Ana Lima accepted it (5 of 5).", "offer_accepted", "ana", { loadAfter: 5, capacity: 5 }],
  ["Mia Sol accepted it.", "offer_accepted", null],
  ["Ben Ode declined it.", "offer_declined", null, { previousAgentId: "ben" }],
  ["Mia Sol declined it.", "offer_declined", null],
  ["Ben Ode did not accept it in time and was set to Unavailable.", "offer_lapsed", null, { previousAgentId: "ben" }],
  ["The agent did not accept it in time and was set to Unavailable.", "offer_lapsed", null],
  ["Ben Ode was no longer available: the offer was withdrawn.", "offer_withdrawn", null, { previousAgentId: "ben" }],
  ["Ben Ode went offline: it is routed again.", "requeued_offline", null, { previousAgentId: "ben" }],
  ["Ben Ode was deactivated: it is routed again.", "requeued_deactivated", null, { previousAgentId: "ben" }],
  ["Mia Sol moved it from Jo's timeline to Kim's timeline; it stays with Ana Lima.", "moved", "ana", { fromCustomerName: "Jo", toCustomerName: "Kim" }],
])("%s", (says, ...deed) => expect(byHand(...deed)).toBe(says));

test.each(handCodes)("%s by anybody, with and without an agent", (code) => {
  for (const kind of ["user", "api_key", "customer", "clock"] as const) {
    for (const agentId of ["ana", null]) {
      const text = byHand(code, agentId, { actor: { kind, name: null } });
      expect(text).toMatch(/^[A-Z].*\.$/);
      expect(text).not.toMatch(/undefined|null|NaN|\s\s/);
    }
  }
});
