import { hashPassword } from "better-auth/crypto";
import { database } from "../lib/store/database";
import { newId } from "../lib/store/new-id";
import { seededRandom } from "../lib/simulation/random";
import { history, type DemoCustomer } from "./demo/history";
import { createOrganization, found, minutesBefore } from "./demo/organization";
import { demoAgents, firstNames, lastNames, namedCustomers, type DemoAgent } from "./demo/people";

const slug = "harbor";
const password = "harbor-demo-2026";
const customerCount = 400;

export const demoChatPath = `/chat/${slug}`;

/** Three of the demo's people; all others sign in the same way, by first name and the same password. */
export const demoSignIns: readonly { readonly role: string; readonly email: string; readonly password: string }[] = [
  { role: "Admin", email: "maya@harbor.example", password },
  { role: "Manager", email: "tomas@harbor.example", password },
  { role: "Agent", email: "ana@harbor.example", password },
];

export async function hasDemoOrganization(): Promise<boolean> {
  return (await database().organization.count({ where: { slug } })) > 0;
}

/** Fills an empty database with a believable organization, in one transaction; does nothing when there is an organization. */
export async function seedDemo(): Promise<void> {
  if ((await database().organization.count()) > 0) return;
  const now = new Date();
  // One hash for all: these are no secrets, and hashing is slow on purpose.
  const passwordHash = await hashPassword(password);
  await database().$transaction(
    async (tx) => {
      const organization = await createOrganization(tx, { slug, name: "Harbor & Pine Outfitters", emailOf, passwordHash, now });
      const { organizationId } = organization;
      const agentIds = new Map(organization.agents.map(({ name, id }) => [name, id]));
      const setById = found(agentIds, "Tomás Rivera");
      const customers = demoCustomers().map((customer, index) => {
        const dedicatedAgentId = customer.dedicatedAgent && found(agentIds, customer.dedicatedAgent);
        return {
          organizationId, id: newId(), name: customer.name, email: customer.email, externalId: `C-${10_001 + index}`, createdAt: minutesBefore(now, 60 * 24 * (61 + index)),
          dedicatedAgentId, dedicatedAgentSetAt: dedicatedAgentId && minutesBefore(now, 60 * 24 * (60 + (index % 45))), dedicatedAgentSetById: dedicatedAgentId && setById,
        };
      });
      await tx.customer.createMany({ data: customers });
      const rows = history(organization, customers satisfies DemoCustomer[], now);
      await tx.conversation.createMany({ data: rows.conversations });
      await tx.message.createMany({ data: rows.messages });
      await tx.routingLogEntry.createMany({ data: rows.log });
    },
    { timeout: 60_000 },
  );
}

/** The named ones first; about half of all have a dedicated agent. */
function demoCustomers(): { name: string; email: string; dedicatedAgent: string | null }[] {
  const random = seededRandom(7);
  const dedicatable = demoAgents.filter(({ team }) => team !== null);
  return Array.from({ length: customerCount }, (_, index) => {
    const named = namedCustomers[index];
    const name = named?.name ?? `${firstNames[index % firstNames.length]} ${lastNames[(index * 7 + Math.floor(index / firstNames.length)) % lastNames.length]}`;
    const agent = dedicatable[Math.floor(random() * dedicatable.length)];
    const isNameTaken = !named && index >= firstNames.length * lastNames.length;
    if (isNameTaken) throw new Error("the demo has not enough names");
    return {
      name,
      email: `${plain(name).replaceAll(" ", ".")}${named ? "" : `.${index}`}@customers.example`,
      dedicatedAgent: named ? named.dedicatedAgent : random() < 0.5 ? (agent?.name ?? null) : null,
    };
  });
}

function emailOf({ name }: DemoAgent): string {
  return `${plain(name).split(" ")[0]}@harbor.example`;
}

/** Lower case, without accents. */
function plain(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ø", "o").toLowerCase();
}
