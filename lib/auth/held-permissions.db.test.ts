import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createPermissionSet, createSignedInAgent, type ApiWorld } from "../testing/api-world";
import { createAgent, noteChange } from "../testing/small-organization";
import { defaultPermissionSets } from "./permissions";

withApiDatabase();

let world: ApiWorld;

beforeAll(async () => {
  world = await createApiWorld({ capacity: 5 });
});

function add(userId: string, permissionSetId: string) {
  return database().addedPermissionSet.create({ data: { organizationId: world.organizationId, userId, permissionSetId } });
}

describe("permission sets", () => {
  it("add up: a user may do what any of theirs permits, from the next request on", async () => {
    const { cookie, userId } = await createSignedInAgent(world, { status: "offline" });
    expect((await call("GET", "/channels", { cookie })).status).toBe(403);
    await add(userId, await createPermissionSet(world.organizationId, "Channels", ["channel.manage"]));
    expect((await call("GET", "/channels", { cookie })).status).toBe(200);
    const { body } = await call("GET", "/me", { cookie });
    expect(body.permissions.toSorted()).toEqual([...defaultPermissionSets.Agent, "channel.manage"].toSorted());
    expect(body.user).toMatchObject({ permissionSet: { name: "Agent" }, addedPermissionSets: [{ name: "Channels" }] });
  });

  it("let be routed by any of them", async () => {
    const { organizationId } = world;
    const alone = await createPermissionSet(organizationId, "Writes only", ["conversation.read", "conversation.reply"]);
    const userId = await createAgent(world, { name: "Uma", status: "available", ownCapacity: 3 });
    await database().user.update({ where: { organizationId_id: { organizationId, id: userId } }, data: { permissionSetId: alone } });
    await noteChange(world);
    const key = world.keys.Owner;
    const { body: customer } = await call("POST", "/customers", { key, body: { name: "Cleo" } });
    const write = (text: string) => call("POST", "/conversations", { key, body: { customer: { id: customer.id }, channel: "chat", author: "customer", text } });
    expect((await write("Anybody there?")).body).toMatchObject({ assignee: null, routing: { state: "in_line" } });
    expect((await call("GET", "/users?routable=true&search=Uma", { key })).body.items).toEqual([]);

    await add(userId, await createPermissionSet(organizationId, "Takes conversations", ["conversation.be_routed"]));
    await noteChange(world);
    expect((await call("GET", "/users?routable=true&search=Uma", { key })).body.items).toMatchObject([{ id: userId, agent: { isRoutable: true } }]);
    expect((await write("Still there?")).body).toMatchObject({ assignee: { id: userId } });
  });
});
