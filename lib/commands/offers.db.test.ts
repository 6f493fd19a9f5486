import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer, noteChange } from "../testing/small-organization";
import { lapseDueOffers } from "./lapse-due-offers";
import { takeBackDue } from "./take-back";

/** *Agents accept* (the routing contract, §3), with edge 11, as people and programs bring them about. */
withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 1 });
  key = world.keys.Owner;
  await database().routingSettings.update({ where: { organizationId: world.organizationId }, data: { assigning: "agents_accept", acceptTimeoutSeconds: 30 } });
  await noteChange(world);
});

const get = (path: string) => call("GET", path, { key });
const post = (path: string, body?: unknown) => call("POST", path, { key, ...(body !== undefined && { body }) });
const setStatus = (agentId: string, status: string) => call("PUT", `/users/${agentId}/status`, { key, body: { status } });

async function write(dedicatedAgentId: string | null = null) {
  const customerId = await createCustomer(world, dedicatedAgentId);
  const { status, body } = await post("/conversations", { customer: { id: customerId }, channel: "chat", text: "Hello" });
  expect(status).toBe(201);
  return { id: String(body.id), body, address: `/conversations/${body.id}` };
}

const ofId = (id: string) => ({ organizationId_id: { organizationId: world.organizationId, id } });
const readRow = (id: string) => database().conversation.findUniqueOrThrow({ where: ofId(id) });
const endOffer = (id: string) => database().conversation.update({ where: ofId(id), data: { offerUntil: new Date(Date.now() - 1000) } });

async function agentOf(userId: string): Promise<{ status: string; load: number }> {
  const { status, load } = (await get(`/users/${userId}`)).body.agent;
  return { status, load };
}

async function settled(id: string, state: string) {
  await expect.poll(async () => (await readRow(id)).routingState, { timeout: 3000, interval: 20 }).toBe(state);
  return (await get(`/conversations/${id}`)).body;
}

async function storyOf(id: string): Promise<string[]> {
  return (await get(`/conversations/${id}/routing-log`)).body.items.map(({ outcome, reason }: { outcome: string; reason: string }) => `${outcome} ${reason}`);
}

describe("an offer", () => {
  it("holds the weight until it is answered, and is seen by whom it is made to", async () => {
    const mia = await createSignedInAgent(world, { name: "Mia" });
    const { id, body } = await write();
    expect(body).toMatchObject({ assignee: null, routing: { state: "offered", offer: { agent: { id: mia.userId } } } });
    expect(await agentOf(mia.userId)).toEqual({ status: "available", load: 1 });
    const mine = await call("GET", "/conversations?offeredTo=me", { cookie: mia.cookie });
    expect(mine.body.items).toMatchObject([{ id }]);
    // Nobody else has room: the next one stands in line, though nothing is assigned yet.
    expect((await write()).body.routing.state).toBe("in_line");
  });

  it("accepted: theirs, with the same weight", async () => {
    const mia = await createSignedInAgent(world, { name: "Mia" });
    const { id, address } = await write();
    const accepted = await call("POST", `${address}/accept`, { cookie: mia.cookie });
    expect(accepted).toMatchObject({ status: 200, body: { assignee: { id: mia.userId }, routing: { state: "assigned", offer: null } } });
    expect(await agentOf(mia.userId)).toEqual({ status: "available", load: 1 });
    expect(await storyOf(id)).toEqual(["offered no_dedicated_agent", "assigned offer_accepted"]);
    expect((await call("POST", `${address}/accept`, { cookie: mia.cookie })).status).toBe(409);
  });

  it("is nobody else's to answer", async () => {
    const [ben, mia] = [await createAgent(world, { name: "Ben" }), await createSignedInAgent(world, { name: "Mia" })];
    await setStatus(mia.userId, "unavailable");
    const { id, address } = await write();
    for (const answer of ["accept", "decline"]) {
      expect(await call("POST", `${address}/${answer}`, { cookie: mia.cookie })).toMatchObject({ status: 409, body: { code: "conflict" } });
    }
    expect(await readRow(id)).toMatchObject({ routingState: "offered", offeredToId: ben });
  });

  it("declined: the next agent is asked, and not they again", async () => {
    const [ben, cora] = [await createAgent(world, { name: "Ben" }), await createAgent(world, { name: "Cora" })];
    const { id, address, body } = await write();
    const first = body.routing.offer.agent.id;
    const second = first === ben ? cora : ben;
    expect(await post(`${address}/decline`)).toMatchObject({ status: 200, body: { routing: { offer: { agent: { id: second } } } } });
    expect(await agentOf(first)).toEqual({ status: "available", load: 0 });
    expect(await post(`${address}/decline`)).toMatchObject({ body: { routing: { state: "in_line" } } });
    expect((await get(`${address}/routing-log`)).body.items.at(-1)).toMatchObject({ normalRouting: "all_declined" });
    // Behind it, what nobody has declined is theirs at once.
    const { body: next } = await write();
    expect(next.routing.state).toBe("offered");
    // Back from a break, they are asked again: it must not stand there for ever.
    await setStatus(second, "unavailable");
    await setStatus(second, "available");
    expect(await settled(id, "offered")).toMatchObject({ routing: { offer: { agent: { id: second } } } });
  });

  it("lapsed: the next agent is asked, and the one who did not answer becomes Unavailable", async () => {
    const [ben, cora] = [await createAgent(world, { name: "Ben" }), await createAgent(world, { name: "Cora" })];
    const { id, body } = await write();
    const first = body.routing.offer.agent.id;
    await lapseDueOffers();
    expect(await readRow(id)).toMatchObject({ routingState: "offered", offeredToId: first });
    await endOffer(id);
    expect(await post(`/conversations/${id}/accept`)).toMatchObject({ status: 409 });
    await Promise.all([lapseDueOffers(), lapseDueOffers()]);
    expect(await settled(id, "offered")).toMatchObject({ routing: { offer: { agent: { id: first === ben ? cora : ben } } } });
    expect(await agentOf(first)).toEqual({ status: "unavailable", load: 0 });
    expect(await storyOf(id)).toEqual(["offered no_dedicated_agent", "pending offer_lapsed", "offered no_dedicated_agent"]);
  });

  it("is withdrawn when the agent goes away, and when the process ended in between the next one does it", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id } = await write();
    await setStatus(ben, "busy");
    expect(await settled(id, "in_line")).toMatchObject({ routing: { offer: null } });
    expect(await agentOf(ben)).toEqual({ status: "busy", load: 0 });
    await setStatus(ben, "available");
    await settled(id, "offered");
    await database().agent.updateMany({ where: { userId: ben }, data: { status: "offline", statusSince: new Date(), handsBack: true, changes: { increment: 1 } } });
    await takeBackDue();
    await settled(id, "in_line");
    expect(await agentOf(ben)).toEqual({ status: "offline", load: 0 });
  });

  it.each([
    ["done", undefined],
    ["snooze", { until: new Date(Date.now() + 3_600_000).toISOString() }],
  ])("ends, and frees the weight, when the conversation is %s", async (deed, body) => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id, address } = await write();
    expect((await post(`${address}/${deed}`, body)).status).toBe(200);
    expect(await readRow(id)).toMatchObject({ routingState: "out", offeredToId: null, offerUntil: null });
    expect(await agentOf(ben)).toEqual({ status: "available", load: 0 });
  });

  it("ends when somebody else is given it by hand", async () => {
    const ben = await createAgent(world, { name: "Ben" });
    const { id, address } = await write();
    const cora = await createAgent(world, { name: "Cora", status: "offline" });
    await post(`${address}/assign`, { agentId: cora });
    expect(await readRow(id)).toMatchObject({ routingState: "assigned", assigneeId: cora, offeredToId: null });
    expect([await agentOf(ben), await agentOf(cora)]).toMatchObject([{ load: 0 }, { load: 1 }]);
  });
});

describe("edge 11: the dedicated agent declines, or lets it lapse", () => {
  it.each(["declines", "lapses"])("%s: not offered to them again in this cycle, but to the others", async (how) => {
    const ana = await createAgent(world, { name: "Ana", isInTeam: false });
    const { id, address, body } = await write(ana);
    expect(body).toMatchObject({ routing: { state: "offered", offer: { agent: { id: ana } } } });
    if (how === "declines") await post(`${address}/decline`);
    else {
      await endOffer(id);
      await lapseDueOffers();
    }
    await settled(id, "in_line");
    expect((await storyOf(id)).at(-1)).toBe("in_line dedicated_declined");
    await setStatus(ana, "unavailable");
    await setStatus(ana, "available");
    const ben = await createAgent(world, { name: "Ben" });
    expect(await settled(id, "offered")).toMatchObject({ routing: { offer: { agent: { id: ben } } } });
  });
});
