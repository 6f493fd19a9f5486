import { database } from "../store/database";
import { newId } from "../store/new-id";
import { createAgent, createPendingConversation, createSmallOrganization, noteChange, type SmallOrganization } from "../testing/small-organization";

/** An organization in which one pass has something of every kind to decide. */
export interface CrashScene extends SmallOrganization {
  /** Ids by the names under which the story is told. */
  readonly agents: ReadonlyMap<string, string>;
  readonly conversations: ReadonlyMap<string, string>;
}

/** How things stand, by names, whoever decided them and when. */
export interface Standing {
  /** By conversation: the state of routing, with whom if with somebody, then each log entry. */
  readonly conversations: Readonly<Record<string, readonly string[]>>;
  /** By agent: the load in their row, then the sum of what they hold and are offered. */
  readonly loads: Readonly<Record<string, readonly [number, number]>>;
}

/**
 * Agents serve the queue, and each is there for one thing: ana has room; ben is full; cat has room for what is light and
 * not for what is heavy; the room of dan is held for one whose wait is over. Another queue, which nobody serves,
 * overflows to eve.
 */
export async function createCrashScene({ isOffering }: { readonly isOffering: boolean }): Promise<CrashScene> {
  const organization = await createSmallOrganization({ capacity: 2 });
  const { organizationId, teamId } = organization;
  const db = database();
  if (isOffering) await db.routingSettings.update({ where: { organizationId }, data: { assigning: "agents_accept" } });
  const nightQueueId = newId();
  const nightTeamId = newId();
  await db.queue.create({ data: { organizationId, id: nightQueueId, name: "Night", overflowAfterSeconds: 60 } });
  await db.team.create({ data: { organizationId, id: nightTeamId, name: "Night", capacity: 1 } });
  await db.teamQueue.create({ data: { organizationId, teamId: nightTeamId, queueId: nightQueueId, isOverflow: true } });
  const agents = new Map<string, string>();
  for (const name of ["ana", "ben", "cat", "dan", "eve"]) agents.set(name, await createAgent(organization, { name, isInTeam: name === "ana" || name === "dan", ownCapacity: 2 }));
  const idOf = (name: string) => agents.get(name) ?? name;
  await db.teamMember.create({ data: { organizationId, teamId: nightTeamId, userId: idOf("eve") } });

  const conversations = new Map<string, string>();
  const add = async (name: string, change: ConversationColumns = {}, dedicated: string | null = null, weight = 1) => {
    const id = await createPendingConversation(organization, { dedicatedAgentId: dedicated === null ? null : idOf(dedicated), weight });
    await db.conversation.update({ where: { organizationId_id: { organizationId, id } }, data: change });
    conversations.set(name, id);
  };
  const hold = async (name: string, agent: string, weight: number) => {
    await add(name, { assigneeId: idOf(agent), assignedAt: new Date(), routingState: "assigned" }, null, weight);
    await db.agent.update({ where: { organizationId_userId: { organizationId, userId: idOf(agent) } }, data: { load: weight } });
  };
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
  const waiting = { routingState: "waiting", waitBeganAt: inSeconds(-300), waitUntil: inSeconds(3600) } as const;

  await hold("ben's", "ben", 2);
  await hold("cat's", "cat", 1);
  await hold("dan's", "dan", 1);
  await add("heavy", waiting, "cat", 2);
  await add("patient", { ...waiting, waitUntil: inSeconds(-1), passedOverSince: inSeconds(-120) }, "dan", 2);
  await add("next in line", { routingState: "in_line", normalReason: "no_dedicated_agent", priority: 10 });
  await add("at night", { routingState: "in_line", normalReason: "no_dedicated_agent", queueId: nightQueueId, overflowAt: inSeconds(-1) });
  await add("of ana", {}, "ana");
  await add("of ben", {}, "ben");
  await add("light", {}, "cat");
  await add("of nobody", { queueId: nightQueueId });
  await add("plain", { priority: 60 });
  await add("last", { priority: 90 }, null, 2);
  // What was added to the organization is taken in, unless the scene has it for something to note.
  const { changes } = await db.organizationRouter.findUniqueOrThrow({ where: { organizationId } });
  await db.organizationRouter.update({ where: { organizationId }, data: { changesRouted: changes } });
  if (isOffering) await noteChange(organization);
  await db.agent.update({ where: { organizationId_userId: { organizationId, userId: idOf("ana") } }, data: { changes: { increment: 1 } } });
  return { ...organization, teamId, agents, conversations };
}

type ConversationColumns = Parameters<ReturnType<typeof database>["conversation"]["update"]>[0]["data"];

export async function standingOf({ organizationId, agents, conversations }: CrashScene): Promise<Standing> {
  const db = database();
  const rows = await db.conversation.findMany({ where: { organizationId } });
  const entries = await db.routingLogEntry.findMany({ where: { organizationId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const loads = await db.agent.findMany({ where: { organizationId } });
  const nameOf = (agentId: string | null) => [...agents].find(([, id]) => id === agentId)?.[0] ?? null;
  const stands = [...conversations].map(([name, id]) => {
    const row = rows.find((each) => each.id === id);
    const holder = nameOf(row?.assigneeId ?? row?.offeredToId ?? null);
    const log = entries.filter((entry) => entry.conversationId === id).map((entry) => [entry.outcome, entry.reason, entry.normalRouting].filter(Boolean).join(" "));
    const passedOver = row?.routingState === "waiting" && row.passedOverSince !== null ? " passed over" : "";
    return [name, [`${row?.routingState}${holder === null ? "" : ` ${holder}`}${passedOver}`, ...log]] as const;
  });
  const held = (agentId: string) => rows.filter((row) => row.state === "open" && (row.assigneeId ?? row.offeredToId) === agentId).reduce((sum, row) => sum + row.weight, 0);
  return {
    conversations: Object.fromEntries(stands),
    loads: Object.fromEntries([...agents].map(([name, id]) => [name, [loads.find((row) => row.userId === id)?.load ?? -1, held(id)] as const])),
  };
}
