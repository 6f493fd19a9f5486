import { beforeEach, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, createSignedInAgent, signIn, type ApiWorld } from "../testing/api-world";
import { createAgent, createCustomer, createPendingConversation } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeEach(async () => {
  world = await createApiWorld({ capacity: 5 });
  key = world.keys.Owner;
});

const post = (path: string, body?: unknown, by = key) => call("POST", path, { key: by, ...(body !== undefined && { body }) });
const patch = (path: string, body: unknown, by = key) => call("PATCH", path, { key: by, body });
const get = (path: string, by = key) => call("GET", path, { key: by });
const tokenOf = (link: string) => link.split("/").at(-1);
const invite = (set: keyof ApiWorld["permissionSetIds"] = "Agent", by = key) => post("/invitations", { email: `${newId()}@new.example`, permissionSetId: world.permissionSetIds[set], teamIds: [world.teamId] }, by);
const accept = (token: unknown, name = "Nora New") => call("POST", "/invitations/accept", { body: { token, name, password: "a-long-password" } });
const moveLink = (id: string, data: { expiresAt?: Date }) => database().invitation.update({ where: { organizationId_id: { organizationId: world.organizationId, id } }, data });
const actionsOf = async (id: string) => (await get(`/audit-log?subjectId=${id}`)).body.items.map(({ action }: { action: string }) => action);
const conversationOf = (id: string) => database().conversation.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } });
const linkOf = async (id: string) => (await database().customer.findUniqueOrThrow({ where: { organizationId_id: { organizationId: world.organizationId, id } } })).dedicatedAgentId;

describe("an invitation", () => {
  it("lets somebody join once, with a name and a password of their own", async () => {
    const made = await invite();
    expect(made).toMatchObject({ status: 201, body: { mail: "not_set", invitation: { state: "open", permissionSet: { name: "Agent" } } } });
    const { invitation: { user, email }, link } = made.body;
    expect((await get(`/users/${user.id}`)).body).toMatchObject({ state: "invited", teams: [{ name: "Support" }], agent: { status: "offline" } });
    expect(JSON.stringify((await get("/invitations")).body)).not.toContain(tokenOf(link));
    expect(await accept(tokenOf(link))).toMatchObject({ status: 200, body: { email } });
    expect((await get(`/users/${user.id}`)).body).toMatchObject({ name: "Nora New", state: "active" });
    expect((await signIn(email, "a-long-password")).status).toBe(200);
    expect(await accept(tokenOf(link))).toMatchObject({ status: 409, body: { detail: expect.stringContaining("used already") } });
    expect((await get("/invitations")).body.items).toEqual([]);
    expect(await actionsOf(user.id)).toEqual(["session.signed_in", "user.joined", "user.invited"]);
  });

  it("is taken up by one of two at once", async () => {
    const { body } = await invite();
    const both = await Promise.all([accept(tokenOf(body.link), "One"), accept(tokenOf(body.link), "Two")]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await database().authAccount.count({ where: { userId: body.invitation.user.id } })).toBe(1);
  });

  it("opens nothing once it has expired or is revoked, and renewed only by its new link", async () => {
    const { body: { invitation: { id }, link } } = await invite();
    await moveLink(id, { expiresAt: new Date(Date.now() - 1000) });
    expect(await accept(tokenOf(link))).toMatchObject({ status: 409, body: { detail: expect.stringContaining("expired") } });
    expect((await get("/invitations")).body.items).toMatchObject([{ id, state: "expired" }]);
    expect(await post(`/invitations/${id}/revoke`)).toMatchObject({ status: 200, body: { state: "revoked" } });
    expect(await accept(tokenOf(link))).toMatchObject({ status: 409, body: { detail: expect.stringContaining("withdrawn") } });
    const renewed = await post(`/invitations/${id}/renew`);
    expect(renewed).toMatchObject({ status: 200, body: { invitation: { id, state: "open" } } });
    expect(await accept(tokenOf(link))).toMatchObject({ status: 404 });
    expect(await accept(tokenOf(renewed.body.link))).toMatchObject({ status: 200 });
    expect(await post(`/invitations/${id}/renew`)).toMatchObject({ status: 409 });
  });

  it("is refused for an e-mail a user has, with more than one has, and with a short password", async () => {
    const { body: { invitation: { email, id }, link } } = await invite("Owner");
    expect(await post("/invitations", { email: email.toUpperCase(), permissionSetId: world.permissionSetIds.Agent })).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ field: "email" }] } });
    expect(await invite("Owner", world.keys.Admin)).toMatchObject({ status: 403 });
    expect(await post(`/invitations/${id}/renew`, undefined, world.keys.Admin)).toMatchObject({ status: 403 });
    expect(await call("POST", "/invitations/accept", { body: { token: tokenOf(link), name: "N", password: "short" } })).toMatchObject({ status: 422, body: { errors: [{ field: "password" }] } });
    expect(await post("/invitations", { email: "a@new.example", permissionSetId: world.queueId })).toMatchObject({ status: 422 });
    expect(await post("/invitations", { email: "b@new.example", permissionSetId: world.permissionSetIds.Agent, teamIds: [world.queueId] })).toMatchObject({ status: 422 });
    expect(await accept(`${tokenOf(link)?.slice(0, -1)}-`)).toMatchObject({ status: 404 });
  });

  it("of another organization is nothing", async () => {
    const other = await createApiWorld();
    const { body: { invitation: { id } } } = await invite();
    expect((await post(`/invitations/${id}/renew`, undefined, other.keys.Owner)).status).toBe(404);
    expect((await post(`/invitations/${id}/revoke`, undefined, other.keys.Owner)).status).toBe(404);
  });
});

describe("a user", () => {
  it("is changed in what is named, which routing goes by, and the audit log tells of it", async () => {
    const userId = await createAgent(world, { name: "Ann" });
    expect(await patch(`/users/${userId}`, { ownCapacity: 9 })).toMatchObject({ status: 200, body: { name: "Ann", ownCapacity: 9, agent: { capacity: 9 } } });
    expect(await patch(`/users/${userId}`, { ownCapacity: null, teamIds: [] })).toMatchObject({ body: { teams: [], agent: { capacity: 0 } } });
    expect(await patch(`/users/${userId}`, { permissionSetId: world.permissionSetIds.Manager, name: "Anna" })).toMatchObject({ body: { name: "Anna", permissionSet: { name: "Manager" } } });
    expect((await get(`/audit-log?subjectId=${userId}`)).body.items[0].changes).toEqual([{ field: "name", from: "Ann", to: "Anna" }, { field: "permission set", from: "Agent", to: "Manager" }]);
    expect((await get("/users?state=active&teamId=" + world.teamId)).body.items).toEqual([]);
  });

  it("is given no more than one has, nor changed or deactivated by one who may do less", async () => {
    const [agent, owner] = [await createAgent(world), await createSignedInAgent(world, { set: "Owner" })];
    expect((await patch(`/users/${agent}`, { permissionSetId: world.permissionSetIds.Owner }, world.keys.Admin)).status).toBe(403);
    expect((await patch(`/users/${owner.userId}`, { permissionSetId: world.permissionSetIds.Agent }, world.keys.Admin)).status).toBe(403);
    expect((await post(`/users/${owner.userId}/deactivate`, {}, world.keys.Admin)).status).toBe(403);
  });

  it("is not deactivated by themselves, nor the last of two who deactivate each other at once", async () => {
    const [one, two] = [await createSignedInAgent(world, { set: "Owner" }), await createSignedInAgent(world, { set: "Owner" })];
    expect(await call("POST", `/users/${one.userId}/deactivate`, { cookie: one.cookie, body: {} })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("yourself") } });
    const both = await Promise.all([post(`/users/${one.userId}/deactivate`, {}), post(`/users/${two.userId}/deactivate`, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const left = both[0]?.status === 200 ? two : one;
    expect(await patch(`/users/${left.userId}`, { permissionSetId: world.permissionSetIds.Agent })).toMatchObject({ status: 409 });
  });

  it("who is deactivated is signed out and offline, and what they had is routed again; activated they sign in again", async () => {
    const leaver = await createSignedInAgent(world, { name: "Leo" });
    const { body: begun } = await post("/conversations", { customer: { id: await createCustomer(world) }, channel: "chat", author: "customer", text: "Hello" });
    await expect.poll(async () => (await conversationOf(begun.id)).assigneeId).toBe(leaver.userId);
    const other = await createAgent(world);
    expect(await get(`/users/${leaver.userId}/leaving`)).toMatchObject({ body: { conversationCount: 1, customerCount: 0, apiKeys: [] } });
    expect(await post(`/users/${leaver.userId}/deactivate`, {})).toMatchObject({ status: 200, body: { state: "deactivated", agent: { status: "offline", load: 0 } } });
    expect((await call("GET", "/me", { cookie: leaver.cookie })).status).toBe(401);
    await expect.poll(async () => (await conversationOf(begun.id)).assigneeId).toBe(other);
    expect((await get(`/conversations/${begun.id}/routing-log`)).body.items.map(({ sentence }: { sentence: string }) => sentence)).toContain("Leo was deactivated: it is routed again.");
    const { email } = (await get(`/users/${leaver.userId}`)).body;
    expect((await signIn(email, "a-password-for-tests")).status).toBe(401);
    expect(await post(`/users/${leaver.userId}/activate`)).toMatchObject({ status: 200, body: { state: "active" } });
    expect((await signIn(email, "a-password-for-tests")).status).toBe(200);
  });

  it("leaves the API keys they made working, unless these are to be revoked with them", async () => {
    const maker = await createSignedInAgent(world, { set: "Admin" });
    await createSignedInAgent(world, { set: "Admin" });
    const make = async (name: string) => (await call("POST", "/api-keys", { cookie: maker.cookie, body: { name, permissionSetId: world.permissionSetIds.Agent } })).body.token;
    const token = await make("Shop");
    expect((await get(`/users/${maker.userId}/leaving`)).body.apiKeys).toMatchObject([{ name: "Shop" }]);
    await post(`/users/${maker.userId}/deactivate`, {});
    expect((await get("/customers", token)).status).toBe(200);
    await post(`/users/${maker.userId}/activate`);
    await post(`/users/${maker.userId}/deactivate`, { revokeApiKeys: true });
    expect((await get("/customers", token)).status).toBe(401);
  });
});

describe("a leaver who is a dedicated agent", () => {
  let leaver: string;
  let customers: string[];

  beforeEach(async () => {
    leaver = await createAgent(world, { name: "Leo", status: "busy" });
    customers = [await createCustomer(world, leaver), await createCustomer(world, leaver), await createCustomer(world, leaver)];
  });

  const deactivate = (handOver?: unknown, by = key) => post(`/users/${leaver}/deactivate`, handOver === undefined ? {} : { handOver }, by);

  it("is asked about, and not deactivated when the number is not what was shown or the heir is not fit", async () => {
    const gone = await createAgent(world);
    await post(`/users/${gone}/deactivate`, {});
    expect(await deactivate()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("3 customers") } });
    expect(await deactivate({ to: "nobody", customerCount: 2 })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Look again") } });
    expect(await deactivate({ to: "agent", agentId: gone, customerCount: 3 })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
    expect(await deactivate({ to: "agent", agentId: leaver, customerCount: 3 })).toMatchObject({ status: 422 });
    expect(await deactivate({ to: "team", teamId: world.teamId, customerCount: 3 })).toMatchObject({ status: 409, body: { code: "agent_not_routable" } });
    const other = await createApiWorld();
    expect(await deactivate({ to: "team", teamId: other.teamId, customerCount: 3 })).toMatchObject({ status: 422 });
    expect(await deactivate({ to: "agent", agentId: await createAgent(other), customerCount: 3 })).toMatchObject({ status: 422 });
    expect((await get(`/users/${leaver}`)).body).toMatchObject({ state: "active", dedicatedCustomerCount: 3 });
  });

  it("hands over to one agent: who waits goes on waiting for that one, no longer than before; what was assigned is routed again", async () => {
    const { body: waiting } = await post("/conversations", { customer: { id: customers[0] }, channel: "chat", author: "customer", text: "Hello" });
    expect(waiting.routing.state).toBe("waiting");
    const { waitUntil } = await conversationOf(waiting.id);
    const heir = await createAgent(world, { name: "Hedda", status: "busy" });
    expect(await deactivate({ to: "agent", agentId: heir, customerCount: 3 })).toMatchObject({ status: 200 });
    expect(await Promise.all(customers.map(linkOf))).toEqual([heir, heir, heir]);
    await expect.poll(async () => await conversationOf(waiting.id)).toMatchObject({ routingState: "waiting", dedicatedAgentId: heir, waitUntil });
    expect(await actionsOf(leaver)).toEqual(["user.deactivated", "customers.handed_over"]);
    expect((await get(`/audit-log?subjectId=${customers[0]}`)).body.items).toMatchObject([{ changes: [{ field: "Dedicated Agent", from: "Leo", to: "Hedda" }] }]);
  });

  it("unlinked: who waits goes to normal routing at once", async () => {
    const { body: waiting } = await post("/conversations", { customer: { id: customers[0] }, channel: "chat", author: "customer", text: "Hello" });
    expect(await deactivate({ to: "nobody", customerCount: 3 })).toMatchObject({ status: 200 });
    expect(await Promise.all(customers.map(linkOf))).toEqual([null, null, null]);
    await expect.poll(async () => (await conversationOf(waiting.id)).routingState).toBe("in_line");
  });

  it("with 2,000 customers hands them over evenly to a team, by how many each has already", async () => {
    const { organizationId } = world;
    const since = new Date();
    const many = (dedicatedAgentId: string, count: number) => database().customer.createMany({ data: Array.from({ length: count }, () => ({ organizationId, id: newId(), name: "C", dedicatedAgentId, dedicatedAgentSetAt: since })) });
    await many(leaver, 1997);
    const team = [await createAgent(world), await createAgent(world), await createAgent(world)];
    await many(String(team[0]), 500);
    const waitingIds = await Promise.all(customers.map((customerId) => createPendingConversation(world, { customerId, dedicatedAgentId: leaver })));
    expect(await deactivate({ to: "team", teamId: world.teamId, customerCount: 2000 })).toMatchObject({ status: 200 });
    const counts = await Promise.all(team.map((dedicatedAgentId) => database().customer.count({ where: { organizationId, dedicatedAgentId } })));
    expect(counts.sort()).toEqual([833, 833, 834]);
    for (const id of waitingIds) await expect.poll(async () => team.includes(String((await conversationOf(id)).assigneeId))).toBe(true);
  });

  it("says nothing of links to one who manages users and may not see them: the links stay, and count as none", async () => {
    const manager = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "People", ["user.read", "user.manage"]));
    expect((await get(`/users/${leaver}/leaving`, manager)).body).not.toHaveProperty("customerCount");
    expect((await get(`/users/${leaver}`, manager)).body).not.toHaveProperty("dedicatedCustomerCount");
    expect((await deactivate({ to: "nobody", customerCount: 0 }, manager)).status).toBe(403);
    expect((await deactivate(undefined, manager)).status).toBe(200);
    expect(await linkOf(String(customers[0]))).toBe(leaver);
  });
});
