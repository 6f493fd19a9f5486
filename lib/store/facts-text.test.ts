import { expect, test } from "vitest";
import { exampleAgent, exampleFacts } from "../routing/example-facts";
import { FactsText } from "./facts-text";

test("says what JSON says of the facts, and of candidates what tells them apart", () => {
  const candidate = exampleAgent({ id: "ben", customStatus: "On \"chat\"" });
  const dedicated = exampleAgent({ id: "ana", status: "busy", customStatus: "Lunch" });
  const facts = exampleFacts();
  const text = new FactsText();
  for (const change of [{ dedicatedAgent: null }, { dedicatedAgent: dedicated, dedicatedAgentServesQueue: true }, { dedicatedAgent: candidate }]) {
    for (const candidates of [[], [candidate], [candidate, dedicated]]) {
      const all = { ...facts, ...change, normal: { ...facts.normal, candidates } };
      expect(JSON.parse(text.of(all))).toEqual({ ...all, normal: { ...facts.normal, candidates: candidates.map(kept) } });
    }
  }
});

function kept({ id, load, capacity, lastAssignedAt }: ReturnType<typeof exampleAgent>) {
  return { id, load, capacity, lastAssignedAt };
}
