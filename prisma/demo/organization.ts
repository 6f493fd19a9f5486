import type { Prisma } from "@/generated/prisma/client";
import { defaultPermissionSets } from "../../lib/auth/permissions";
import { newId } from "../../lib/store/new-id";
import { demoAgents, type DemoAgent } from "./people";

export const channels = [
  ["chat", "Chat"], ["email", "Email"], ["sms", "SMS"], ["voice", "Voice"], ["whatsapp", "WhatsApp"], ["facebook", "Facebook"], ["instagram", "Instagram"],
] as const;

const queues = [
  { name: "General", priority: 50, weight: 1, isDefault: true, teams: ["Messaging", "Mail", "Phone"] },
  { name: "Orders", priority: 40, weight: 1, isDefault: false, teams: ["Messaging", "Mail"] },
  { name: "Returns", priority: 60, weight: 1, isDefault: false, teams: ["Mail"] },
  { name: "Billing", priority: 30, weight: 1, isDefault: false, teams: ["Mail", "Phone"] },
  { name: "Product advice", priority: 70, weight: 1, isDefault: false, teams: ["Messaging", "Phone"] },
  { name: "Key accounts", priority: 10, weight: 1, isDefault: false, teams: ["Key accounts"] },
] as const;

const teams = [
  { name: "Messaging", capacity: 5 }, { name: "Mail", capacity: 8 }, { name: "Phone", capacity: 1 }, { name: "Key accounts", capacity: 4 },
] as const;

export interface DemoOrganization {
  readonly organizationId: string;
  readonly channelIds: ReadonlyMap<string, string>;
  readonly queues: ReadonlyMap<string, { readonly id: string; readonly priority: number }>;
  readonly agents: readonly (DemoAgent & { readonly id: string; readonly email: string; readonly capacity: number })[];
}

/** The rows of the organization itself: settings, channels, queues, teams and the people in them. */
export async function createOrganization(
  tx: Prisma.TransactionClient,
  given: { readonly slug: string; readonly name: string; readonly emailOf: (agent: DemoAgent) => string; readonly passwordHash: string; readonly now: Date },
): Promise<DemoOrganization> {
  const organizationId = newId();
  const setIds = new Map(Object.keys(defaultPermissionSets).map((name) => [name, newId()]));
  const teamIds = new Map(teams.map(({ name }) => [name as string, newId()]));
  const queueRows = queues.map(({ teams: served, ...queue }) => ({ row: { organizationId, id: newId(), ...queue }, served }));
  const channelRows = channels.map(([key, name], position) => ({ organizationId, id: newId(), key, name, position }));
  const agents = demoAgents.map((agent) => ({
    ...agent, id: newId(), email: given.emailOf(agent), authId: newId(), capacity: teams.find(({ name }) => name === agent.team)?.capacity ?? 0,
  }));

  await tx.organization.create({ data: { id: organizationId, slug: given.slug, name: given.name } });
  await tx.organizationRouter.create({ data: { organizationId } });
  await tx.routingSettings.create({ data: { organizationId, dedicatedAgentEnabled: true } });
  await tx.permissionSet.createMany({
    data: Object.entries(defaultPermissionSets).map(([name, permissions]) => ({
      organizationId, id: found(setIds, name), name, isDefault: true, permissions: [...permissions],
    })),
  });
  await tx.channel.createMany({ data: channelRows });
  await tx.queue.createMany({ data: queueRows.map(({ row }) => row) });
  await tx.team.createMany({ data: teams.map((team) => ({ organizationId, id: found(teamIds, team.name), ...team })) });
  await tx.teamQueue.createMany({
    data: queueRows.flatMap(({ row, served }) => served.map((team) => ({ organizationId, teamId: found(teamIds, team), queueId: row.id }))),
  });
  await tx.authUser.createMany({ data: agents.map(({ authId, name, email }) => ({ id: authId, name, email, organizationId, emailVerified: true })) });
  await tx.authAccount.createMany({
    data: agents.map(({ authId }) => ({ id: newId(), accountId: authId, providerId: "credential", userId: authId, password: given.passwordHash })),
  });
  await tx.user.createMany({
    data: agents.map(({ id, authId, name, email, permissionSet }) => ({
      organizationId, id, authUserId: authId, name, email, permissionSetId: found(setIds, permissionSet),
    })),
  });
  await tx.agent.createMany({
    data: agents.map(({ id, status, open }, index) => ({
      organizationId, userId: id, status, load: open,
      statusSince: minutesBefore(given.now, 7 + ((index * 13) % 170)),
      lastAssignedAt: open > 0 ? minutesBefore(given.now, 4 + ((index * 7) % 60)) : null,
    })),
  });
  await tx.teamMember.createMany({
    data: agents.flatMap(({ id, team }) => (team === null ? [] : [{ organizationId, teamId: found(teamIds, team), userId: id }])),
  });
  return {
    organizationId,
    channelIds: new Map(channelRows.map(({ key, id }) => [key, id])),
    queues: new Map(queueRows.map(({ row }) => [row.name, { id: row.id, priority: row.priority }])),
    agents,
  };
}

export function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000);
}

export function found<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demo has no ${String(key)}`);
  return value;
}
