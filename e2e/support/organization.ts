import { PrismaPg } from "@prisma/adapter-pg";
import { hashPassword } from "better-auth/crypto";
import { v7 as uuid } from "uuid";
import { PrismaClient } from "@/generated/prisma/client";
import { defaultPermissionSets, type DefaultPermissionSet } from "@/lib/auth/permissions";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

interface AgentToBe {
  readonly name: string;
  readonly capacity: number;
}

export interface TestOrganization<Key extends string> {
  readonly name: string;
  readonly slug: string;
  readonly chatPath: string;
  readonly manager: Person;
  /** Two who may change settings, and so get in each other's way. */
  readonly admins: readonly [Person, Person];
  readonly agents: Readonly<Record<Key, Person>>;
}

const password = "a-password-of-the-tests";
let passwordHash: Promise<string> | undefined;
let prisma: PrismaClient | undefined;

/**
 * An organization for one story alone, so that stories may run side by side: one team that serves one queue, a
 * manager, two admins, and agents who are offline with nothing to do. Dedicated agents are on, the chat's timeout as given.
 */
export async function makeOrganization<Key extends string>(
  agents: Readonly<Record<Key, AgentToBe>>,
  chatTimeoutSeconds = 5,
): Promise<TestOrganization<Key>> {
  const organizationId = uuid();
  const slug = `story-${organizationId.slice(-12)}`;
  const name = "Story & Sons";
  const [teamId, queueId] = [uuid(), uuid()];
  const sets: Record<DefaultPermissionSet, string> = { Agent: uuid(), Manager: uuid(), Admin: uuid(), Owner: uuid() };
  const data = database();
  await data.$transaction([
    data.organization.create({ data: { id: organizationId, slug, name } }),
    data.organizationRouter.create({ data: { organizationId } }),
    data.routingSettings.create({ data: { organizationId, dedicatedAgentEnabled: true } }),
    data.permissionSet.createMany({
      data: Object.entries(defaultPermissionSets).map(([set, permissions]) => ({
        organizationId,
        id: isDefaultSet(set) ? sets[set] : uuid(),
        name: set,
        isDefault: true,
        permissions: [...permissions],
      })),
    }),
    data.queue.create({ data: { organizationId, id: queueId, name: "Everything", isDefault: true } }),
    data.team.create({ data: { organizationId, id: teamId, name: "Everybody" } }),
    data.teamQueue.create({ data: { organizationId, teamId, queueId } }),
    data.channel.createMany({
      data: [
        { organizationId, id: uuid(), key: "chat", name: "Chat", position: 0, dedicatedTimeoutSeconds: chatTimeoutSeconds },
        { organizationId, id: uuid(), key: "email", name: "Email", position: 1 },
      ],
    }),
  ]);
  const place = { organizationId, teamId };
  const manager = await makePerson({ ...place, permissionSetId: sets.Manager, name: "Mara Keller", capacity: 0 });
  const admins = [
    await makePerson({ ...place, permissionSetId: sets.Admin, name: "Ada Winter", capacity: 0 }),
    await makePerson({ ...place, permissionSetId: sets.Admin, name: "Ole Sommer", capacity: 0 }),
  ] as const;
  const made: Partial<Record<Key, Person>> = {};
  for (const key in agents) made[key] = await makePerson({ ...place, permissionSetId: sets.Agent, ...agents[key] });
  if (!isWhole(made, agents)) throw new Error("an agent was not made");
  return { name, slug, chatPath: `/chat/${slug}`, manager, admins, agents: made };
}

export async function closeDatabase(): Promise<void> {
  await prisma?.$disconnect();
  prisma = undefined;
}

interface PersonToBe extends AgentToBe {
  readonly organizationId: string;
  readonly teamId: string;
  readonly permissionSetId: string;
}

async function makePerson({ organizationId, teamId, permissionSetId, name, capacity }: PersonToBe): Promise<Person> {
  const [id, authUserId] = [uuid(), uuid()];
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${id.slice(-12)}@example.com`;
  passwordHash ??= hashPassword(password);
  const hash = await passwordHash;
  const data = database();
  await data.$transaction([
    data.authUser.create({ data: { id: authUserId, name, email, emailVerified: true, organizationId } }),
    data.authAccount.create({ data: { id: uuid(), accountId: authUserId, providerId: "credential", userId: authUserId, password: hash } }),
    data.user.create({ data: { organizationId, id, authUserId, name, email, permissionSetId } }),
    data.agent.create({ data: { organizationId, userId: id, ownCapacity: capacity } }),
    data.teamMember.create({ data: { organizationId, teamId, userId: id } }),
  ]);
  return { id, name, email, password };
}

export function database(): PrismaClient {
  prisma ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env["KITH_TEST_DATABASE_URL"] }) });
  return prisma;
}

function isDefaultSet(name: string): name is DefaultPermissionSet {
  return Object.hasOwn(defaultPermissionSets, name);
}

function isWhole<Key extends string>(made: Partial<Record<Key, Person>>, wanted: Record<Key, unknown>): made is Record<Key, Person> {
  return Object.keys(wanted).every((key) => Object.hasOwn(made, key));
}
