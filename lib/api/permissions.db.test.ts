import { beforeAll, describe, expect, it } from "vitest";
import { defaultPermissionSets, type DefaultPermissionSet, type Permission } from "../auth/permissions";
import { closeEventStreams } from "../live/event-stream";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, createSignedInAgent, permissionSetNames, request, type ApiWorld, type CallOptions } from "../testing/api-world";
import { createAgent, createCustomer, createPendingConversation } from "../testing/small-organization";
import { operations } from "./operations";

withApiDatabase();

/** What one request of an operation needs. `as` tells apart requests of one operation that need different permissions. */
interface Row {
  readonly as?: string;
  /** The least of the default sets that may; each has all of the ones before. */
  readonly least: DefaultPermissionSet | "signed in" | "anybody";
  readonly params?: (things: Things) => Readonly<Record<string, string>>;
  readonly body?: (things: Things) => unknown;
}

interface Things {
  readonly conversationId: string;
  readonly customerId: string;
  readonly otherCustomerId: string;
  readonly agentId: string;
  readonly queueId: string;
  readonly channelId: string;
  readonly permissionSetId: string;
  readonly teamId: string;
  /** To be deleted. */
  readonly spareTeamId: string;
  readonly spareQueueId: string;
  readonly slug: string;
}

const ofConversation = { params: ({ conversationId }: Things) => ({ id: conversationId }) };
const ofCustomer = { params: ({ customerId }: Things) => ({ id: customerId }) };
const ofUser = { params: ({ agentId }: Things) => ({ id: agentId }) };
const ofChat = { params: ({ slug }: Things) => ({ slug }) };
const oneMessage = { text: "Hello" };

const table: Readonly<Record<string, readonly Row[]>> = {
  getMe: [{ least: "signed in" }],
  setMyStatus: [{ least: "Agent", body: () => ({ status: "busy" }) }],
  recordPresence: [{ least: "signed in" }],
  getAccount: [{ least: "signed in" }],
  changeMyPassword: [{ least: "signed in", body: () => ({ currentPassword: "a-password-it-was", newPassword: "a-password-to-be" }) }],
  listMySessions: [{ least: "signed in" }],
  endMySession: [{ least: "signed in", ...ofUser }],
  endMyOtherSessions: [{ least: "signed in" }],
  beginSecondFactor: [{ least: "signed in", body: () => ({ password: "a-password" }) }],
  confirmSecondFactor: [{ least: "signed in", body: () => ({ code: "123456" }) }],
  renewRecoveryCodes: [{ least: "signed in", body: () => ({ password: "a-password" }) }],
  disableSecondFactor: [{ least: "signed in", body: () => ({ password: "a-password" }) }],
  listUsers: [{ least: "Agent" }],
  getUser: [{ least: "Agent", ...ofUser }],
  setUserStatus: [{ as: "another's", least: "Manager", ...ofUser, body: () => ({ status: "busy" }) }],
  updateUser: [{ least: "Admin", ...ofUser, body: () => ({ name: "Other" }) }],
  getLeaving: [{ least: "Admin", ...ofUser }],
  deactivateUser: [{ least: "Admin", ...ofUser, body: () => ({}) }],
  activateUser: [{ least: "Admin", ...ofUser }],
  listInvitations: [{ least: "Admin" }],
  inviteUser: [{ least: "Admin", body: ({ agentId, permissionSetId }) => ({ email: `${agentId}@new.example`, permissionSetId }) }],
  renewInvitation: [{ least: "Admin", ...ofUser }],
  revokeInvitation: [{ least: "Admin", ...ofUser }],
  acceptInvitation: [{ least: "anybody", body: () => ({ token: "none", name: "Somebody", password: "a-long-password" }) }],
  requestPasswordReset: [{ least: "anybody", body: () => ({ email: "nobody@kith.example" }) }],
  resetPassword: [{ least: "anybody", body: () => ({ token: "none", newPassword: "a-long-password" }) }],
  makePasswordResetLink: [{ least: "Admin", ...ofUser }],
  clearSecondFactor: [{ least: "Admin", ...ofUser }],
  listPermissionSets: [{ least: "signed in" }],
  createPermissionSet: [{ least: "Admin", body: ({ agentId }) => ({ name: agentId, permissions: ["customer.read"] }) }],
  updatePermissionSet: [{ least: "Admin", params: ({ permissionSetId }) => ({ id: permissionSetId }), body: () => ({ version: 1, name: "Other", permissions: ["customer.read"] }) }],
  deletePermissionSet: [{ least: "Admin", params: ({ permissionSetId }) => ({ id: permissionSetId }) }],
  addPermissionSet: [{ least: "Admin", params: ({ permissionSetId, agentId }) => ({ id: permissionSetId, userId: agentId }) }],
  removePermissionSet: [{ least: "Admin", params: ({ permissionSetId, agentId }) => ({ id: permissionSetId, userId: agentId }) }],
  listCustomers: [{ least: "Agent" }],
  createCustomer: [{ least: "Agent", body: () => ({ name: "New" }) }],
  getCustomer: [{ least: "Agent", ...ofCustomer }],
  updateCustomer: [{ least: "Agent", ...ofCustomer, body: () => ({ name: "Other" }) }],
  setDedicatedAgent: [{ least: "Manager", ...ofCustomer, body: ({ agentId }) => ({ agentId }) }],
  mergeCustomer: [{ least: "Manager", ...ofCustomer, body: ({ otherCustomerId }) => ({ customerId: otherCustomerId }) }],
  removeDedicatedAgent: [{ least: "Manager", ...ofCustomer }],
  listConversations: [{ least: "Agent" }],
  createConversation: [
    { as: "agent", least: "Agent", body: ({ customerId }) => ({ customer: { id: customerId }, channel: "chat", author: "agent", ...oneMessage }) },
    { as: "customer", least: "Manager", body: ({ customerId }) => ({ customer: { id: customerId }, channel: "chat", author: "customer", ...oneMessage }) },
  ],
  getConversation: [{ least: "Agent", ...ofConversation }],
  sendMessage: [
    { as: "agent", least: "Agent", ...ofConversation, body: () => oneMessage },
    { as: "customer", least: "Manager", ...ofConversation, body: () => ({ author: "customer", ...oneMessage }) },
  ],
  markDone: [{ least: "Agent", ...ofConversation }],
  snooze: [{ least: "Agent", ...ofConversation, body: () => ({ until: new Date(Date.now() + 3_600_000).toISOString() }) }],
  reopen: [{ least: "Agent", ...ofConversation }],
  assign: [{ least: "Manager", ...ofConversation, body: ({ agentId }) => ({ agentId }) }],
  routeNow: [{ least: "Manager", ...ofConversation }],
  transfer: [{ least: "Agent", ...ofConversation, body: ({ conversationId }) => ({ queueId: conversationId }) }],
  acceptOffer: [{ least: "Agent", ...ofConversation }],
  declineOffer: [{ least: "Agent", ...ofConversation }],
  move: [{ least: "Manager", ...ofConversation, body: ({ customerId }) => ({ customerId }) }],
  getRoutingLog: [{ least: "Agent", ...ofConversation }],
  getRoutingSettings: [{ least: "Manager" }],
  putRoutingSettings: [{ least: "Admin", body: () => ({ version: 1, dedicatedAgentEnabled: true, channels: [] }) }],
  getCustomStatuses: [{ least: "signed in" }],
  putCustomStatuses: [{ least: "Admin", body: () => ({ version: 1, statuses: [] }) }],
  getBusinessHours: [{ least: "Manager" }],
  putBusinessHours: [{ least: "Admin", body: () => ({ version: 1, hours: null }) }],
  listQueues: [{ least: "signed in" }],
  updateQueue: [{ least: "Admin", params: ({ queueId }) => ({ id: queueId }), body: () => ({ strategy: "most_room" }) }],
  createQueue: [{ least: "Admin", body: ({ agentId }) => ({ name: `Queue ${agentId}` }) }],
  orderQueues: [{ least: "Admin", body: ({ queueId }) => ({ queueIds: [queueId] }) }],
  getQueueUse: [{ least: "Manager", params: ({ queueId }) => ({ id: queueId }) }],
  deleteQueue: [{ least: "Admin", params: ({ spareQueueId }) => ({ id: spareQueueId }), body: ({ queueId }) => ({ moveToQueueId: queueId }) }],
  listTeams: [{ least: "Manager" }],
  createTeam: [{ least: "Admin", body: ({ agentId }) => ({ name: `Team ${agentId}` }) }],
  updateTeam: [{ least: "Admin", params: ({ teamId }) => ({ id: teamId }), body: () => ({ routingEnabled: true }) }],
  deleteTeam: [{ least: "Admin", params: ({ spareTeamId }) => ({ id: spareTeamId }) }],
  addTeamMember: [{ least: "Admin", params: ({ teamId, agentId }) => ({ id: teamId, userId: agentId }) }],
  removeTeamMember: [{ least: "Admin", params: ({ teamId, agentId }) => ({ id: teamId, userId: agentId }) }],
  putTeamQueues: [{ least: "Admin", params: ({ teamId }) => ({ id: teamId }), body: ({ queueId }) => ({ queues: [{ queueId, isOverflow: false }] }) }],
  getQueueRules: [{ least: "Manager" }],
  putQueueRules: [{ least: "Admin", body: () => ({ version: 1, rules: [] }) }],
  testQueueRules: [{ least: "Manager", body: ({ customerId }) => ({ rules: [], customerId, channel: "chat", text: "Hello" }) }],
  listChannels: [{ least: "Admin" }],
  createChannel: [{ least: "Admin", body: ({ agentId }) => ({ key: `c${agentId}`.slice(0, 40), name: "New" }) }],
  updateChannel: [{ least: "Admin", params: ({ channelId }) => ({ id: channelId }), body: () => ({ name: "Chat" }) }],
  listApiKeys: [{ least: "Admin" }],
  createApiKey: [{ least: "Admin", body: ({ agentId, permissionSetId }) => ({ name: agentId, permissionSetId }) }],
  revokeApiKey: [{ least: "Admin", ...ofUser }],
  listAuditLog: [{ least: "Admin" }],
  exportAuditLog: [{ least: "Admin" }],
  getSetup: [{ least: "Admin" }],
  putSetup: [{ least: "Admin", body: () => ({ isHidden: true }) }],
  streamEvents: [{ least: "signed in" }],
  getChatPage: [{ least: "anybody", ...ofChat }],
  getChatConversation: [{ least: "anybody", ...ofChat }],
  startChat: [{ least: "anybody", ...ofChat, body: () => ({ name: "Visitor", email: "visitor@example.test", ...oneMessage }) }],
  sendChatMessage: [{ least: "anybody", ...ofChat, body: () => oneMessage }],
  streamChatEvents: [{ least: "anybody", ...ofChat }],
  getHealth: [{ least: "anybody" }],
  getOpenApiDocument: [{ least: "anybody" }],
};

/** A set of an organization's own, out of order with the default ones: some of what admins may, little of what agents may. */
const customPermissions = ["audit_log.read", "channel.manage", "customer.dedicated_agent.edit", "customer.dedicated_agent.view", "customer.read"] as const satisfies readonly Permission[];

/** What it permits beside what everybody who is signed in may. */
const customMay: ReadonlySet<string> = new Set([
  "listCustomers",
  "getCustomer",
  "setDedicatedAgent",
  "removeDedicatedAgent",
  "listChannels",
  "createChannel",
  "updateChannel",
  "listAuditLog",
  "exportAuditLog",
]);

const requests = operations.flatMap(({ contract }) =>
  (table[contract.operationId] ?? []).map((row) => ({ contract, row, name: `${contract.operationId}${row.as ? ` as ${row.as}` : ""}` })),
);

let world: ApiWorld;
let other: ApiWorld;
let customKey: string;

beforeAll(async () => {
  [world, other] = [await createApiWorld({ capacity: 100 }), await createApiWorld()];
  customKey = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "Custom", customPermissions));
});

async function things(of: ApiWorld): Promise<Things> {
  return {
    conversationId: await createPendingConversation(of),
    customerId: await createCustomer(of),
    otherCustomerId: await createCustomer(of),
    agentId: await createAgent(of, { status: "offline" }),
    queueId: of.queueId,
    channelId: of.channelId,
    permissionSetId: of.permissionSetIds.Agent,
    teamId: of.teamId,
    spareTeamId: await createTeam(of),
    spareQueueId: await createQueue(of),
    slug: of.slug,
  };
}

async function createTeam({ organizationId }: ApiWorld): Promise<string> {
  const id = newId();
  await database().team.create({ data: { organizationId, id, name: id } });
  return id;
}

async function createQueue({ organizationId }: ApiWorld): Promise<string> {
  const id = newId();
  await database().queue.create({ data: { organizationId, id, name: id } });
  return id;
}

async function send({ contract, row }: (typeof requests)[number], given: Things, options: CallOptions): Promise<number> {
  const params = row.params?.(given) ?? {};
  const path = contract.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const { status } = await request(contract.method.toUpperCase(), `/api/v1${path}`, { ...options, ...(row.body && { body: row.body(given) }) });
  closeEventStreams();
  return status;
}

describe("who may", () => {
  it("is said of every operation", () => {
    expect(Object.keys(table).sort()).toEqual(operations.map(({ contract }) => contract.operationId).sort());
  });

  it("grows from set to set", () => {
    for (const [index, name] of permissionSetNames.entries()) {
      const before = permissionSetNames[index - 1];
      if (before) expect(defaultPermissionSets[name]).toEqual(expect.arrayContaining([...defaultPermissionSets[before]]));
    }
  });

  describe.each(requests)("$name", (request) => {
    it.each(permissionSetNames)("by a key with the set %s", async (set) => {
      const { least } = request.row;
      const isAllowed = least === "anybody" || least === "signed in" || permissionSetNames.indexOf(set) >= permissionSetNames.indexOf(least);
      const status = await send(request, await things(world), { key: world.keys[set] });
      if (isAllowed) expect(status).not.toBe(403);
      else expect(status).toBe(403);
      expect(status).not.toBe(401);
      expect(status).toBeLessThan(500);
    });

    it("by a key with a custom set", async () => {
      const { least } = request.row;
      const isAllowed = least === "anybody" || least === "signed in" || customMay.has(request.contract.operationId);
      const status = await send(request, await things(world), { key: customKey });
      if (isAllowed) expect(status).not.toBe(403);
      else expect(status).toBe(403);
      expect(status).not.toBe(401);
      expect(status).toBeLessThan(500);
    });

    it("by nobody", async () => {
      const status = await send(request, await things(world), {});
      if (request.row.least === "anybody") expect(status).not.toBe(401);
      else expect(status).toBe(401);
    });
  });
});

describe("the wall between organizations", () => {
  it.each(requests.filter(({ row, contract }) => row.params !== undefined && contract.access !== "public"))("$name: an id of another organization is nothing", async (request) => {
    expect(await send(request, await things(other), { key: world.keys.Owner })).toBe(404);
  });

  it.each(requests.filter(({ row, contract }) => row.params !== undefined && contract.access !== "public"))("$name: what is no id is nothing", async (request) => {
    const given = { ...(await things(world)), conversationId: "1", customerId: "1", agentId: "1", queueId: "1", teamId: "1", spareTeamId: "1", spareQueueId: "1", channelId: "1", permissionSetId: "1" };
    const row = { ...request.row, ...(request.row.body && { body: () => request.row.body?.({ ...given, customerId: world.channelId, agentId: world.channelId, queueId: world.queueId }) }) };
    expect(await send({ ...request, row }, given, { key: world.keys.Owner })).toBe(404);
  });

  it("holds for ids in bodies and queries", async () => {
    const mine = await things(world);
    const theirs = await things(other);
    const options = { key: world.keys.Owner };
    const put = (path: string, body: unknown, method = "POST") => call(method, path, { ...options, body });
    expect(await put(`/conversations/${mine.conversationId}/assign`, { agentId: theirs.agentId })).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(await put(`/conversations/${mine.conversationId}/move`, { customerId: theirs.customerId })).toMatchObject({ status: 404 });
    expect(await put(`/customers/${mine.customerId}/dedicated-agent`, { agentId: theirs.agentId }, "PUT")).toMatchObject({ status: 404 });
    expect(await put("/conversations", { customer: { id: theirs.customerId }, channel: "chat", text: "Hi" })).toMatchObject({ status: 404 });
    expect(await put("/conversations", { customer: { id: mine.customerId }, channel: "chat", text: "Hi", queueId: other.queueId })).toMatchObject({ status: 404 });
    expect(await put(`/customers/${mine.customerId}/merge`, { customerId: theirs.customerId })).toMatchObject({ status: 404 });
    expect(await put(`/customers/${theirs.customerId}/merge`, { customerId: mine.customerId })).toMatchObject({ status: 404 });
    const rule = { name: "R", isEnabled: true, match: "all", conditions: [{ field: "subject", operator: "is_set" }], queueId: other.queueId };
    expect(await put("/queue-rules", { version: (await call("GET", "/queue-rules", options)).body.version, rules: [rule] }, "PUT")).toMatchObject({ status: 422 });
    expect(await put("/queue-rules/test", { rules: [rule], customerId: null, channel: "chat" })).toMatchObject({ status: 422 });
    expect(await put("/queue-rules/test", { rules: [], customerId: theirs.customerId, channel: "chat" })).toMatchObject({ status: 404 });
    expect(await put(`/teams/${world.teamId}/queues`, { queues: [{ queueId: other.queueId, isOverflow: false }] }, "PUT")).toMatchObject({ status: 422 });
    const { version } = (await call("GET", "/routing-settings", options)).body;
    expect(await put("/routing-settings", { version, dedicatedAgentEnabled: true, channels: [{ id: other.channelId, timeoutSeconds: 5, whenAgentAbsent: "route" }] }, "PUT")).toMatchObject({ status: 422 });
    expect((await call("GET", `/conversations?customerId=${theirs.customerId}`, options)).body.items).toEqual([]);
    expect((await call("GET", `/customers?dedicatedAgentId=${theirs.agentId}`, options)).body.items).toEqual([]);
  });
});

describe("one's own", () => {
  it("status is one's own to set, another's is not", async () => {
    const me = await createSignedInAgent(world, { status: "offline" });
    const another = await createAgent(world, { status: "offline" });
    const body = { status: "busy" };
    expect(await call("PUT", `/users/${me.userId}/status`, { cookie: me.cookie, body })).toMatchObject({ status: 200, body: { agent: { status: "busy" } } });
    expect(await call("PUT", `/users/${another}/status`, { cookie: me.cookie, body })).toMatchObject({ status: 403, body: { code: "forbidden" } });
  });

  it("conversations are one's own to work on; those of others, or that wait, are not (edge 10)", async () => {
    const { conversationId } = await things(world);
    const me = await createSignedInAgent(world, { status: "offline" });
    const manager = await createSignedInAgent(world, { status: "offline", set: "Manager" });
    const address = `/conversations/${conversationId}`;
    expect(await call("POST", `${address}/messages`, { cookie: me.cookie, body: { text: "Mine?" } })).toMatchObject({ status: 403 });
    expect(await call("POST", `${address}/done`, { cookie: me.cookie })).toMatchObject({ status: 403 });
    expect(await call("POST", `${address}/assign`, { cookie: me.cookie, body: { agentId: me.userId } })).toMatchObject({ status: 403 });
    expect(await call("POST", `${address}/assign`, { cookie: manager.cookie, body: { agentId: me.userId } })).toMatchObject({ status: 200 });
    expect(await call("POST", `${address}/messages`, { cookie: me.cookie, body: { text: "Mine." } })).toMatchObject({ status: 201, body: { user: { id: me.userId } } });
    expect(await call("POST", `${address}/done`, { cookie: me.cookie })).toMatchObject({ status: 200, body: { state: "done" } });
  });
});
