import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeAll(async () => {
  world = await createApiWorld({ capacity: 5 });
  key = world.keys.Owner;
});

const make = (name: string, permissions: string[], by = key) => call("POST", "/permission-sets", { key: by, body: { name, permissions } });
const put = (id: string, body: unknown, by = key) => call("PUT", `/permission-sets/${id}`, { key: by, body });
const remove = (id: string, query = "", by = key) => call("DELETE", `/permission-sets/${id}${query}`, { key: by });
const audit = async (id: string) => (await call("GET", `/audit-log?subjectId=${id}`, { key })).body.items;

describe("permission sets", () => {
  it("are made by action and by attribute, with what each permission needs, and told of in the audit log", async () => {
    const made = await make("Links", ["customer.dedicated_agent.edit"]);
    expect(made).toMatchObject({ status: 201, body: { name: "Links", isDefault: false, userCount: 0, holders: { users: [], apiKeys: [] } } });
    expect(made.body.permissions).toEqual(["customer.dedicated_agent.edit", "customer.dedicated_agent.view", "customer.read"]);
    expect(await put(made.body.id, { version: 1, name: "Looks", permissions: ["customer.read"] })).toMatchObject({ status: 200, body: { name: "Looks", version: 2, permissions: ["customer.read"] } });
    expect(await put(made.body.id, { version: 1, name: "Late", permissions: ["customer.read"] })).toMatchObject({ status: 409, body: { code: "stale_version" } });
    expect((await remove(made.body.id)).status).toBe(200);
    expect((await audit(made.body.id)).map(({ action }: { action: string }) => action)).toEqual(["permission_set.deleted", "permission_set.updated", "permission_set.created"]);
  });

  it("are refused with a taken name, an unknown permission and none; the default ones stay", async () => {
    expect(await make("agent", ["customer.read"])).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ field: "name" }] } });
    expect((await make("Strange", ["customer.eat"])).status).toBe(422);
    expect((await make("Empty", [])).status).toBe(422);
    const { Agent } = world.permissionSetIds;
    const isDefault = { organizationId_id: { organizationId: world.organizationId, id: world.permissionSetIds.Owner } };
    await database().permissionSet.update({ where: isDefault, data: { isDefault: true } });
    expect(await put(Agent, { version: 1, name: "Agents", permissions: ["customer.read"] })).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await remove(Agent)).toMatchObject({ status: 409 });
  });

  it("hold, and are changed and given by somebody who has, no more than the one who does it", async () => {
    const keeper = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "Keeper", ["permission_set.manage", "user.manage", "user.read", "customer.read"]));
    expect(await make("More", ["channel.manage"], keeper)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect((await make("As much", ["customer.read"], keeper)).status).toBe(201);
    const big = (await make("Big", ["organization.manage"])).body.id;
    expect((await put(big, { version: 1, name: "Big", permissions: ["customer.read"] }, keeper)).status).toBe(403);
    expect((await remove(big, "", keeper)).status).toBe(403);
    const userId = await createAgent(world);
    expect((await call("PUT", `/permission-sets/${big}/users/${userId}`, { key: keeper })).status).toBe(403);
  });

  it("are deleted only with another for who has it, and say who that is", async () => {
    const [from, to] = [(await make("From", ["channel.manage"])).body.id, (await make("To", ["audit_log.read"])).body.id];
    const { cookie, userId } = await createSignedInAgent(world, { name: "Ben", status: "offline" });
    expect(await call("PUT", `/permission-sets/${from}/users/${userId}`, { key })).toMatchObject({ status: 200, body: { addedPermissionSets: [{ id: from }] } });
    expect((await call("GET", "/channels", { cookie })).status).toBe(200);
    expect(await remove(from)).toMatchObject({ status: 409, body: { detail: "Ben has From. Choose which permission set they get instead." } });
    expect((await remove(from, `?replaceWith=${from}`)).status).toBe(422);
    expect((await remove(from, `?replaceWith=${to}`)).status).toBe(200);
    expect((await call("GET", "/channels", { cookie })).status).toBe(403);
    expect((await call("GET", "/audit-log", { cookie })).status).toBe(200);
    expect(await call("DELETE", `/permission-sets/${to}/users/${userId}`, { key })).toMatchObject({ body: { addedPermissionSets: [] } });
    expect((await call("GET", "/audit-log", { cookie })).status).toBe(403);
  });

  it("leave somebody who manages users, and somebody who manages permission sets", async () => {
    const other = await createApiWorld();
    const all = await call("POST", "/permission-sets", { key: other.keys.Owner, body: { name: "Runs it", permissions: ["user.manage", "permission_set.manage"] } });
    const { id } = all.body;
    const { userId } = await createSignedInAgent(other, { status: "offline" });
    await call("PUT", `/permission-sets/${id}/users/${userId}`, { key: other.keys.Owner });
    const without = { version: 1, name: "Runs it", permissions: ["user.manage"] };
    expect(await call("PUT", `/permission-sets/${id}`, { key: other.keys.Owner, body: without })).toMatchObject({ status: 409, body: { detail: "Nobody would be left who can manage permission sets. Give somebody else that permission first." } });
    expect((await call("DELETE", `/permission-sets/${id}/users/${userId}`, { key: other.keys.Owner })).status).toBe(409);
    expect((await call("DELETE", `/permission-sets/${id}?replaceWith=${other.permissionSetIds.Agent}`, { key: other.keys.Owner })).status).toBe(409);
    await createSignedInAgent(other, { status: "offline", set: "Admin" });
    expect((await call("PUT", `/permission-sets/${id}`, { key: other.keys.Owner, body: without })).status).toBe(200);
  });

  it("change what is routed at once: who may be routed no more is given nothing", async () => {
    const routed = (await make("Routed", ["conversation.be_routed"])).body;
    const alone = (await make("Alone", ["customer.read"])).body.id;
    const userId = await createAgent(world, { name: "Uma", status: "available", ownCapacity: 9 });
    await database().user.update({ where: { organizationId_id: { organizationId: world.organizationId, id: userId } }, data: { permissionSetId: alone } });
    await call("PUT", `/permission-sets/${routed.id}/users/${userId}`, { key });
    const isRoutable = async () => (await call("GET", `/users/${userId}`, { key })).body.agent.isRoutable;
    expect(await isRoutable()).toBe(true);
    const changes = async () => (await database().organizationRouter.findFirstOrThrow({ where: { organizationId: world.organizationId } })).changes;
    const before = await changes();
    expect((await put(routed.id, { version: 1, name: "Routed", permissions: ["customer.read"] })).status).toBe(200);
    expect(await isRoutable()).toBe(false);
    expect(await changes()).toBeGreaterThan(before);
  });
});
