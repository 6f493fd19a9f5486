import { hashPassword } from "better-auth/crypto";
import { foundOrganization } from "@/lib/commands/found-organization";
import type { AgentStatus } from "@/lib/contracts/users";
import type { Tx } from "@/lib/store/database";
import { newId } from "@/lib/store/new-id";
import { after, dayMs, idAt, minuteMs } from "./ids";
import { agents, channels, demoPassword, emailOf, leads, organizationName, organizationSlug, queues, teams, type QueueName } from "./people";
import type { Random } from "./random";

export interface DemoAgent {
  readonly id: string;
  readonly name: string;
  readonly status: AgentStatus;
  /** How many conversations they have open. */
  readonly open: number;
  readonly capacity: number;
  readonly queues: readonly QueueName[];
}

export interface DemoQueue {
  readonly id: string;
  readonly name: QueueName;
  readonly priority: number;
  readonly weight: number;
}

export type DemoChannel = (typeof channels)[number] & { readonly id: string };

export interface DemoOrganization {
  readonly organizationId: string;
  readonly now: Date;
  readonly agents: readonly DemoAgent[];
  readonly managerId: string;
  readonly queues: readonly DemoQueue[];
  readonly channels: readonly DemoChannel[];
}

/** The organization, its people and how it routes. */
export async function seedOrganization(tx: Tx, now: Date, random: Random): Promise<DemoOrganization> {
  const foundedAt = after(now, -400 * dayMs);
  const organizationId = idAt(foundedAt);
  const setIds = await foundOrganization(tx, { id: organizationId, slug: organizationSlug, name: organizationName, createdAt: foundedAt });
  const people = [
    ...leads.map(([name, set]) => ({ id: idAt(foundedAt), name, set })),
    ...agents.map(([, name]) => ({ id: idAt(foundedAt), name, set: "Agent" as const })),
  ];
  await seedUsers(tx, organizationId, foundedAt, people.map(({ id, name, set }) => ({ id, name, permissionSetId: setIds[set] })));
  const idOf = new Map(people.map(({ id, name }) => [name, id]));
  const managerId = idOf.get("Miriam Cole") ?? newId();
  await tx.routingSettings.create({
    data: { organizationId, dedicatedAgentEnabled: true, version: 2, updatedAt: after(now, -20 * dayMs), updatedById: idOf.get("Ada Sorensen") ?? null },
  });
  const demoQueues = queues.map((queue) => ({ id: idAt(foundedAt), ...queue }));
  await tx.queue.createMany({ data: demoQueues.map((queue) => ({ organizationId, ...queue })) });
  const demoChannels = await seedChannels(tx, organizationId, foundedAt);
  const demoAgents = agents.map(([team, name, status, open]): DemoAgent => {
    const { capacity, queues: served } = teams.find((each) => each.name === team) ?? { capacity: 0, queues: [] };
    return { id: idOf.get(name) ?? newId(), name, status, open, capacity, queues: served };
  });
  await tx.agent.createMany({
    data: demoAgents.map(({ id, status }) => ({ organizationId, userId: id, status, statusSince: after(now, -random.between(3, 240) * minuteMs) })),
  });
  await seedTeams(tx, organizationId, { idOf, queues: demoQueues });
  return { organizationId, now, agents: demoAgents, managerId, queues: demoQueues, channels: demoChannels };
}

/** Everybody can sign in with the demo's one password, hashed once. */
async function seedUsers(tx: Tx, organizationId: string, createdAt: Date, people: readonly { id: string; name: string; permissionSetId: string }[]): Promise<void> {
  const password = await hashPassword(demoPassword);
  await tx.authUser.createMany({ data: people.map(({ id, name }) => ({ id, name, email: emailOf(name), emailVerified: true, organizationId, createdAt })) });
  await tx.authAccount.createMany({ data: people.map(({ id }) => ({ id: newId(), accountId: id, providerId: "credential", userId: id, password })) });
  await tx.user.createMany({
    data: people.map(({ id, name, permissionSetId }) => ({ organizationId, id, authUserId: id, name, email: emailOf(name), permissionSetId, createdAt })),
  });
}

async function seedChannels(tx: Tx, organizationId: string, foundedAt: Date): Promise<DemoChannel[]> {
  const rows = channels.map((channel) => ({ ...channel, id: idAt(foundedAt) }));
  await tx.channel.createMany({
    data: rows.map(({ id, key, name, timeoutSeconds, whenAgentAbsent }, index) => ({
      organizationId,
      id,
      key,
      name,
      position: index + 1,
      dedicatedTimeoutSeconds: timeoutSeconds,
      whenAgentAbsent,
    })),
  });
  return rows;
}

async function seedTeams(tx: Tx, organizationId: string, named: { readonly idOf: ReadonlyMap<string, string>; readonly queues: readonly DemoQueue[] }): Promise<void> {
  const rows = teams.map((team) => ({ ...team, id: newId() }));
  await tx.team.createMany({ data: rows.map(({ id, name, capacity }) => ({ organizationId, id, name, capacity })) });
  await tx.teamQueue.createMany({
    data: rows.flatMap(({ id, queues: served }) =>
      named.queues.filter(({ name }) => served.some((each) => each === name)).map((queue) => ({ organizationId, teamId: id, queueId: queue.id })),
    ),
  });
  await tx.teamMember.createMany({
    data: rows.flatMap(({ id, name }) =>
      agents.flatMap(([team, agent]) => {
        const userId = named.idOf.get(agent);
        return team === name && userId ? [{ organizationId, teamId: id, userId }] : [];
      }),
    ),
  });
}
