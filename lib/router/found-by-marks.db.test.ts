import { Client } from "pg";
import { beforeEach, expect, test } from "vitest";
import { database, pool, transaction } from "../store/database";
import { endWaits } from "../store/end-waits";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { createAgent, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { withTestDatabase } from "../testing/test-database";
import { runPass } from "./pass";

/**
 * A pass looks only where a mark says that something changed. Each of these was once left standing because the change
 * left no mark, or the look did not reach what it was about; found by the storm (lib/storm).
 */
withTestDatabase();

let organization: SmallOrganization;

beforeEach(async () => {
  organization = await createSmallOrganization();
});

/** Passes until nothing is left to decide. */
async function route(): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = (await runPass(organization.organizationId, { whenLocked: "wait" }))?.isMore ?? false;
  }
}

const ofConversation = (id: string) => ({ organizationId_id: { organizationId: organization.organizationId, id } });
const ofAgent = (userId: string) => ({ organizationId_userId: { organizationId: organization.organizationId, userId } });
const conversation = (id: string) => database().conversation.findUniqueOrThrow({ where: ofConversation(id) });

test.each([
  ["less than it takes", { ownCapacity: 2 }],
  ["nothing", { ownCapacity: 0 }],
])("an agent's capacity becomes %s: who waits for them goes to normal routing at once (edge 1)", async (_, change) => {
  const dedicated = await createAgent(organization, { isInTeam: false, ownCapacity: 3 });
  await createPendingConversation(organization, { dedicatedAgentId: dedicated, weight: 1 });
  const waiting = await createPendingConversation(organization, { dedicatedAgentId: dedicated, weight: 3 });
  await route();
  expect(await conversation(waiting)).toMatchObject({ routingState: "waiting" });
  await database().agent.update({ where: ofAgent(dedicated), data: { ...change, changes: { increment: 1 } } });
  await route();
  expect(await conversation(waiting)).toMatchObject({ routingState: "in_line", normalReason: "dedicated_never_fits" });
});

/** A fact in another transaction, which a pass meets: it is there before the pass writes, and after it has read. */
async function overtake(facts: readonly [text: string, id: string][], alsoHeld: string | null = null): Promise<void> {
  const { organizationId } = organization;
  const [fact, other] = [await connect(), await connect()];
  try {
    for (const [text, id] of facts) await fact.query(text, [organizationId, id]);
    if (alsoHeld !== null) await other.query("SELECT 1 FROM agent WHERE organization_id = $1 AND user_id = $2 FOR NO KEY UPDATE", [organizationId, alsoHeld]);
    const pass = runPass(organizationId, { whenLocked: "wait" });
    await expect
      .poll(async () => (await pool().query("SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount, { interval: 20 })
      .toBe(1);
    await fact.query("COMMIT");
    expect(await pass).toMatchObject({ overtaken: 1, isMore: true });
  } finally {
    await Promise.all([fact.end(), other.end()]);
  }
}

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  await client.query("BEGIN");
  return client;
}

const goesAway = "UPDATE conversation SET revision = revision + 1, state = 'snoozed', snoozed_until = now() + interval '1 h', routing_state = 'out' WHERE organization_id = $1 AND id = $2";
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
const inLine = { routingState: "in_line", normalReason: "no_dedicated_agent" } as const;
const waiting = { routingState: "waiting", waitBeganAt: inSeconds(-300), waitUntil: inSeconds(300) } as const;

/** Everything there is has been taken in by a pass: only a mark leads to more. */
async function takeInMarks(): Promise<void> {
  const { organizationId } = organization;
  await pool().query("UPDATE organization_router SET changes_routed = changes WHERE organization_id = $1", [organizationId]);
  await pool().query("UPDATE agent SET changes_routed = changes WHERE organization_id = $1", [organizationId]);
}

async function createStanding(data: Partial<Parameters<ReturnType<typeof database>["conversation"]["update"]>[0]["data"]>, options: Parameters<typeof createPendingConversation>[1] = {}) {
  const id = await createPendingConversation(organization, options);
  await database().conversation.update({ where: ofConversation(id), data });
  return id;
}

test.each([
  ["", false],
  [", and somebody holds the agent's row", true],
])("what was to get an agent's room goes away meanwhile%s: who was decided as if it were taken gets it", async (_, isAgentHeld) => {
  const agent = await createAgent(organization);
  const overflowing = { ...inLine, overflowAt: inSeconds(-1) };
  const first = await createStanding(overflowing, { enteredAt: inSeconds(-60) });
  const second = await createStanding(overflowing, { enteredAt: inSeconds(-30) });
  await takeInMarks();
  await overtake([[goesAway, first]], isAgentHeld ? agent : null);
  await route();
  expect(await conversation(first)).toMatchObject({ routingState: "out" });
  expect(await conversation(second)).toMatchObject({ routingState: "assigned", assigneeId: agent });
});

test("a wait ends that held its agent's room, and who was to get it goes away meanwhile: the next one gets it", async () => {
  const agent = await createAgent(organization);
  await createStanding({ ...waiting, waitUntil: inSeconds(-1), passedOverSince: inSeconds(-120) }, { dedicatedAgentId: agent, weight: 2 });
  const first = await createStanding(inLine, { enteredAt: inSeconds(-60) });
  const second = await createStanding(inLine, { enteredAt: inSeconds(-30) });
  await takeInMarks();
  await overtake([[goesAway, first]]);
  await route();
  expect(await conversation(second)).toMatchObject({ routingState: "assigned", assigneeId: agent });
});

test("a wait that is decided afresh, and goes on, holds its agent's room as before", async () => {
  const agent = await createAgent(organization, { ownCapacity: 2 });
  await database().agent.update({ where: ofAgent(agent), data: { load: 1 } });
  await createStanding({ state: "open", routingState: "assigned", assigneeId: agent, assignedAt: new Date() });
  const heavy = await createStanding({ ...waiting, passedOverSince: inSeconds(-120) }, { dedicatedAgentId: agent, weight: 2 });
  const light = await createStanding(inLine);
  await transaction(async (tx) => {
    await lockOrganization(tx, organization.organizationId);
    await endWaits(tx, organization.organizationId);
  });
  await route();
  expect(await conversation(heavy)).toMatchObject({ routingState: "waiting", passedOverSince: expect.any(Date) });
  // Would it hold nothing now, the light one would stand in line beside room.
  await database().agent.update({ where: ofAgent(agent), data: { changes: { increment: 1 } } });
  await route();
  expect(await conversation(light)).toMatchObject({ routingState: "in_line" });
});

test("an agent becomes available: what waits for them and fits goes before the line, whatever waits in between", async () => {
  const agent = await createAgent(organization, { status: "busy", ownCapacity: 3 });
  const wait = (seconds: number, weight: number) => createStanding({ ...waiting, waitBeganAt: inSeconds(-seconds) }, { dedicatedAgentId: agent, weight });
  const fitting = [await wait(90, 1), await wait(80, 1), await wait(60, 1)];
  const heavy = await wait(70, 2);
  const inTheLine = await createStanding(inLine);
  await takeInMarks();
  await database().agent.update({ where: ofAgent(agent), data: { status: "available", changes: { increment: 1 } } });
  await route();
  for (const id of fitting) expect(await conversation(id)).toMatchObject({ assigneeId: agent });
  expect(await conversation(heavy)).toMatchObject({ routingState: "waiting", passedOverSince: expect.any(Date) });
  expect(await conversation(inTheLine)).toMatchObject({ routingState: "in_line" });
});

test("all who are passed over know since when, though they would have fitted before the first was given", async () => {
  const agent = await createAgent(organization, { status: "busy", ownCapacity: 3 });
  const wait = (seconds: number, weight: number) => createStanding({ ...waiting, waitBeganAt: inSeconds(-seconds) }, { dedicatedAgentId: agent, weight });
  await wait(90, 2);
  const passedOver = [await wait(80, 3), await wait(70, 3), await wait(60, 3), await wait(50, 3)];
  const light = await createStanding(inLine);
  await takeInMarks();
  await database().agent.update({ where: ofAgent(agent), data: { status: "available", changes: { increment: 1 } } });
  await route();
  expect(await conversation(light)).toMatchObject({ assigneeId: agent });
  for (const id of passedOver) expect(await conversation(id)).toMatchObject({ routingState: "waiting", passedOverSince: expect.any(Date) });
});

test("one agent's held room becomes free, and another has room too: there are as many from the line as both can take", async () => {
  const freed = await createAgent(organization);
  const held = await createAgent(organization);
  await createStanding({ ...waiting, waitUntil: inSeconds(-1), passedOverSince: inSeconds(-120) }, { dedicatedAgentId: held, weight: 2 });
  // It would take what the line was not seen to want.
  const timedOut = await createStanding({ ...waiting, waitUntil: inSeconds(-1) }, { dedicatedAgentId: await createAgent(organization, { isInTeam: false, status: "busy" }) });
  const inTheLine = [await createStanding(inLine, { enteredAt: inSeconds(-60) }), await createStanding(inLine, { enteredAt: inSeconds(-30) })];
  await takeInMarks();
  await database().agent.update({ where: ofAgent(freed), data: { changes: { increment: 1 } } });
  await route();
  for (const id of inTheLine) expect(await conversation(id)).toMatchObject({ routingState: "assigned" });
  expect(await conversation(timedOut)).toMatchObject({ routingState: "in_line" });
});

test("an agent of a queue and one of its overflow become available: there are as many of its line as both can take", async () => {
  const { organizationId, queueId } = organization;
  const own = await createAgent(organization, { status: "busy", ownCapacity: 4 });
  const other = await createAgent(organization, { status: "busy", ownCapacity: 3, isInTeam: false });
  const [teamId, otherQueueId] = [newId(), newId()];
  await database().queue.create({ data: { organizationId, id: otherQueueId, name: "Other" } });
  await database().team.create({ data: { organizationId, id: teamId, name: "Others" } });
  await database().teamMember.create({ data: { organizationId, teamId, userId: other } });
  await database().teamQueue.createMany({ data: [{ organizationId, teamId, queueId, isOverflow: true }, { organizationId, teamId, queueId: otherQueueId }] });
  const overflowed = { ...inLine, overflowAt: inSeconds(-10), isOverflowed: true };
  const heavy = [
    await createStanding(overflowed, { weight: 3, enteredAt: inSeconds(-90) }),
    await createStanding(overflowed, { weight: 3, enteredAt: inSeconds(-80) }),
  ];
  const later = await createStanding({ ...inLine, queueId: otherQueueId }, { enteredAt: inSeconds(-60) });
  await takeInMarks();
  await database().agent.updateMany({ where: { organizationId, userId: { in: [own, other] } }, data: { status: "available", changes: { increment: 1 } } });
  await route();
  for (const id of heavy) expect(await conversation(id)).toMatchObject({ routingState: "assigned" });
  expect(await conversation(later)).toMatchObject({ routingState: "in_line" });
});
