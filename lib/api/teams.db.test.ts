import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 1 });
  key = world.keys.Admin;
});

const send = (method: string, path: string, body?: unknown) => call(method, path, { key, ...(body !== undefined && { body }) });
const audit = async () => (await send("GET", "/audit-log")).body.items;
const changes = async () => (await database().organizationRouter.findFirstOrThrow({ where: { organizationId: world.organizationId } })).changes;
const assigneeOf = async (id: string) => (await send("GET", `/conversations/${id}`)).body.assignee?.id ?? null;

async function write(): Promise<string> {
  const customer = { id: await createCustomer(world) };
  return (await send("POST", "/conversations", { customer, channel: "chat", author: "customer", text: "Hello" })).body.id;
}

describe("a team", () => {
  it("is added with routing on, renamed, and told of in the audit log", async () => {
    const made = await send("POST", "/teams", { name: " Night shift ", capacity: 3 });
    expect(made).toMatchObject({ status: 201, body: { name: "Night shift", routingEnabled: true, capacity: 3, memberCount: 0, queues: [] } });
    expect(await send("PATCH", `/teams/${made.body.id}`, { name: "Nights", capacity: 4, routingEnabled: false })).toMatchObject({ status: 200, body: { name: "Nights", capacity: 4, routingEnabled: false } });
    expect((await audit()).slice(0, 2)).toMatchObject([
      { action: "team.updated", changes: [{ field: "name", from: "Night shift", to: "Nights" }, { field: "routing", from: "on", to: "off" }, { field: "capacity", from: "3", to: "4" }] },
      { action: "team.created", subject: { kind: "team", name: "Night shift" } },
    ]);
  });

  it("is refused with a taken name or a capacity that nobody has, and stays as it was", async () => {
    const { id } = (await send("POST", "/teams", { name: "Nights" })).body;
    const before = (await send("GET", "/teams")).body;
    const counted = await changes();
    expect(await send("POST", "/teams", { name: "support" })).toMatchObject({ status: 409, body: { errors: [{ field: "name" }] } });
    expect(await send("PATCH", `/teams/${id}`, { name: "SUPPORT" })).toMatchObject({ status: 409, body: { errors: [{ field: "name" }] } });
    for (const capacity of [0, 501, 1.5]) expect(await send("PATCH", `/teams/${id}`, { capacity })).toMatchObject({ status: 422, body: { errors: [{ field: "capacity" }] } });
    expect(await send("PATCH", `/teams/${id}`, {})).toMatchObject({ status: 422 });
    expect((await send("GET", "/teams")).body).toEqual(before);
    expect(await changes()).toBe(counted);
  });

  it("with a larger capacity takes more at once; with its routing off it takes nothing", async () => {
    const agentId = await createAgent(world);
    const [first, second] = [await write(), await write()];
    expect([await assigneeOf(first), await assigneeOf(second)]).toEqual([agentId, null]);
    await send("PATCH", `/teams/${world.teamId}`, { capacity: 2 });
    await expect.poll(() => assigneeOf(second), { timeout: 3000 }).toBe(agentId);
    await send("PATCH", `/teams/${world.teamId}`, { capacity: 10, routingEnabled: false });
    expect(await assigneeOf(await write())).toBeNull();
  });

  it("says in the audit log which queues it serves from now on", async () => {
    await send("PUT", `/teams/${world.teamId}/queues`, { queues: [{ queueId: world.queueId, isOverflow: true }] });
    expect((await audit())[0]).toMatchObject({ action: "team.updated", changes: [{ field: "queues", from: "General", to: null }, { field: "overflow queues", from: null, to: "General" }] });
  });

  it("deleted leaves its members with what they hold, and nothing more", async () => {
    const agentId = await createAgent(world, { name: "Ann" });
    const held = await write();
    expect(await assigneeOf(held)).toBe(agentId);
    const before = await changes();
    expect(await send("DELETE", `/teams/${world.teamId}`)).toEqual({ status: 200, body: { leftMembers: 1 } });
    expect(await changes()).toBeGreaterThan(before);
    expect((await send("GET", "/teams")).body.items).toEqual([]);
    expect(await assigneeOf(held)).toBe(agentId);
    await send("POST", `/conversations/${held}/done`, {});
    expect(await assigneeOf(await write())).toBeNull();
    expect((await audit()).find(({ action }: { action: string }) => action === "team.deleted")).toMatchObject({ changes: [{ field: "members", from: "Ann", to: null }, { field: "queues", from: "General", to: null }] });
  });
});

describe("a team's members", () => {
  it("are taken in and out, are given its work from then on, and can be listed and searched", async () => {
    const agentId = await createAgent(world, { name: "Cid", isInTeam: false });
    const waiting = await write();
    expect(await assigneeOf(waiting)).toBeNull();
    expect(await send("PUT", `/teams/${world.teamId}/members/${agentId}`)).toMatchObject({ status: 200, body: { memberCount: 1 } });
    await expect.poll(() => assigneeOf(waiting), { timeout: 3000 }).toBe(agentId);
    expect((await send("GET", `/users?teamId=${world.teamId}&search=ci`)).body.items).toMatchObject([{ id: agentId }]);
    expect((await send("GET", `/users?teamId=${world.teamId}&search=zz`)).body.items).toEqual([]);
    expect(await send("DELETE", `/teams/${world.teamId}/members/${agentId}`)).toMatchObject({ status: 200, body: { memberCount: 0 } });
    expect(await assigneeOf(waiting)).toBe(agentId);
    expect((await audit()).slice(0, 2)).toMatchObject([{ changes: [{ field: "member", from: "Cid", to: null }] }, { changes: [{ field: "member", from: null, to: "Cid" }] }]);
  });

  it("taken in or out twice are told of once", async () => {
    const agentId = await createAgent(world);
    const before = (await audit()).length;
    expect(await send("PUT", `/teams/${world.teamId}/members/${agentId}`)).toMatchObject({ status: 200 });
    expect((await audit()).length).toBe(before);
  });

  it("are of the same organization, and changed only by who may change users", async () => {
    const other = await createApiWorld();
    const stranger = await createAgent(other);
    expect((await send("PUT", `/teams/${world.teamId}/members/${stranger}`)).status).toBe(404);
    expect((await send("PUT", `/teams/${other.teamId}/members/${await createAgent(world)}`)).status).toBe(404);
    expect((await send("GET", `/users?teamId=${other.teamId}`)).body.items).toEqual([]);
    const router = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "Router", ["routing_settings.write", "routing_settings.read"]));
    expect(await call("PUT", `/teams/${world.teamId}/members/${await createAgent(world)}`, { key: router })).toMatchObject({ status: 403 });
  });
});
