import { database, transaction, type Tx } from "@/lib/store/database";
import { acrossOrganizations } from "@/lib/store/scope";
import { databaseNow } from "@/lib/store/clock";
import { seedConversations } from "./seed/conversations";
import { seedCustomers } from "./seed/customers";
import { seedOrganization } from "./seed/organization";
import { demoPassword, organizationSlug, signInNames } from "./seed/people";
import { Random } from "./seed/random";

/** One of each permission set that most people have, to be shown when Kith starts. */
export const demoSignIns: readonly { readonly role: string; readonly email: string; readonly password: string }[] = Object.values(signInNames).map(
  ({ role, email }) => ({ role, email, password: demoPassword }),
);

/** Where one writes to the demo organization as a customer. */
export const demoChatPath = `/chat/${organizationSlug}`;

/** Fills an empty database with one believable organization; one that has an organization is left as it is. */
export function seedDemo(): Promise<void> {
  return acrossOrganizations(() => transaction(seed));
}

async function seed(tx: Tx): Promise<void> {
  if ((await tx.organization.count()) > 0) return;
  const random = new Random(20_261_123);
  const organization = await seedOrganization(tx, await databaseNow(tx), random);
  const customers = await seedCustomers(tx, organization, random);
  await seedConversations(tx, organization, customers, random);
  // So that PostgreSQL need not plan by the empty tables of a moment ago.
  await tx.$executeRaw`ANALYZE`;
}

/** Whether the demo's sign-ins lead anywhere in this database. */
export async function hasDemoOrganization(): Promise<boolean> {
  return (await database().organization.count({ where: { slug: organizationSlug } })) > 0;
}
