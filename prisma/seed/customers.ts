import type { Tx } from "@/lib/store/database";
import { firstNames, lastNames } from "./customer-names";
import { after, dayMs, hourMs, idAt } from "./ids";
import type { DemoAgent, DemoOrganization } from "./organization";
import { namedCustomers } from "./people";
import type { Random } from "./random";

export const customerCount = 400;

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly dedicatedAgent: DemoAgent | null;
}

/** Customers, about half of them with a dedicated agent. */
export async function seedCustomers(tx: Tx, { organizationId, agents, managerId, now }: DemoOrganization, random: Random): Promise<DemoCustomer[]> {
  const rows = Array.from({ length: customerCount }, (_, index) => {
    // 40 × 40 names: each pair of a round is another one.
    const first = firstNames[index % firstNames.length] ?? "Alex";
    const last = lastNames[(index + Math.floor(index / firstNames.length) * 3) % lastNames.length] ?? "Lee";
    const createdAt = after(now, -random.between(62 * 24, 380 * 24) * hourMs);
    const named = namedCustomers[index];
    const drawn = random.isTrue(0.5) ? random.pick(agents) : null;
    const dedicatedAgent = named ? (agents.find(({ name }) => name === named.dedicatedAgentName) ?? null) : drawn;
    return {
      id: idAt(createdAt),
      name: named?.name ?? `${first} ${last}`,
      email: named?.email ?? `${first}.${last}@example.${random.pick(["com", "net", "org"])}`.toLowerCase(),
      externalId: `C-${10_001 + index}`,
      createdAt,
      dedicatedAgent,
      setAt: dedicatedAgent ? after(createdAt, random.between(1, 60) * dayMs) : null,
    };
  });
  await tx.customer.createMany({
    data: rows.map(({ dedicatedAgent, setAt, ...row }) => ({
      organizationId,
      ...row,
      dedicatedAgentId: dedicatedAgent?.id ?? null,
      dedicatedAgentSetAt: setAt,
      dedicatedAgentSetById: dedicatedAgent ? managerId : null,
    })),
  });
  return rows;
}
