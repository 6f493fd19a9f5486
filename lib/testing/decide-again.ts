import { expect } from "vitest";
import { decide } from "../routing/decide";
import { toLogEntry } from "../reads/log-entry";
import { database } from "../store/database";

const atOnce = 5000;

/**
 * From the stored facts alone the same decision comes out again (the routing contract, §4.5): asked of every decision
 * that the tests of a file have made, whatever they were about.
 */
export async function decideAllAgain(): Promise<void> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const rows = await database().routingLogEntry.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take: atOnce });
    for (const row of rows) {
      const entry = toLogEntry(row);
      if (entry.by !== "router") continue;
      const { kind, reason, agentId = null, normalRouting = null } = { agentId: null, normalRouting: null, ...decide(entry.facts) };
      const { outcome, reason: said, agentId: who, normalRouting: how } = row;
      expect({ kind, reason, agentId, normalRouting }, `decided again: ${row.id}`).toEqual({ kind: outcome, reason: said, agentId: who, normalRouting: how });
      expect(entry.outcome).toEqual(decide(entry.facts));
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.id;
  }
}
