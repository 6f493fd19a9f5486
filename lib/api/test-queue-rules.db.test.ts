import { beforeAll, describe, expect, it } from "vitest";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, type ApiWorld } from "../testing/api-world";

withApiDatabase();

let world: ApiWorld;
let billingId: string;
let customerId: string;

beforeAll(async () => {
  world = await createApiWorld();
  const { organizationId } = world;
  billingId = newId();
  await database().queue.create({ data: { organizationId, id: billingId, name: "Billing" } });
  const made = await call("POST", "/customers", {
    key: world.keys.Owner,
    body: { name: "Ines", email: "ines@example.org", language: "pt-BR", tags: ["VIP"], attributes: { plan: "gold", seats: 12 } },
  });
  customerId = made.body.id;
});

function test(body: object, key = world.keys.Manager) {
  return call("POST", "/queue-rules/test", { key, body: { rules: [], customerId: null, channel: "chat", ...body } });
}

function rule(conditions: readonly object[], more: object = {}) {
  return { name: "Rule", isEnabled: true, match: "all", conditions, queueId: billingId, ...more };
}

const refund = { field: "subject", operator: "contains", value: "refund" };
const urgent = { field: "first_message", operator: "starts_with", value: "urgent" };
const gold = { field: "customer_attribute", key: "plan", operator: "is", value: "gold" };

describe("trying queue rules", () => {
  it("tells the rule that wins, and of every rule whether it matches and which conditions hold, in words", async () => {
    const rules = [rule([refund, urgent]), rule([refund, urgent], { isEnabled: false, match: "any" }), rule([gold]), rule([refund])];
    expect(await test({ rules, customerId, subject: "A REFUND, please", text: "Hello" })).toEqual({
      status: 200,
      body: {
        queue: { id: billingId, name: "Billing" },
        winner: 2,
        rules: [
          { matches: false, conditions: [{ inWords: "Subject contains “refund”", holds: true }, { inWords: "First message starts with “urgent”", holds: false }] },
          { matches: true, conditions: [{ inWords: "Subject contains “refund”", holds: true }, { inWords: "First message starts with “urgent”", holds: false }] },
          { matches: true, conditions: [{ inWords: "Customer’s attribute plan is “gold”", holds: true }] },
          { matches: true, conditions: [{ inWords: "Subject contains “refund”", holds: true }] },
        ],
      },
    });
  });

  it("names the default queue when none wins, and knows nothing of a customer who is not named", async () => {
    const conditions = [gold, { field: "customer_tags", operator: "has_any", values: ["vip"] }, { field: "language", operator: "is_any_of", values: ["pt"] }];
    const rules = [rule(conditions, { match: "any" })];
    expect((await test({ rules })).body).toMatchObject({ queue: { id: world.queueId }, winner: null, rules: [{ matches: false }] });
    expect((await test({ rules, customerId })).body).toMatchObject({ winner: 0, rules: [{ conditions: [{ holds: true }, { holds: true }, { holds: true }] }] });
    expect((await test({ rules, customerId, language: "de" })).body.rules[0].conditions[2].holds).toBe(false);
  });

  it("asks the channel and the business hours that are saved", async () => {
    const { organizationId } = world;
    const rules = [rule([{ field: "business_hours", operator: "outside" }]), rule([{ field: "channel", operator: "is_any_of", values: ["chat"] }])];
    expect((await test({ rules })).body).toMatchObject({ winner: 1, rules: [{ matches: false }, { matches: true, conditions: [{ inWords: expect.stringMatching(/^Channel is any of “/) }] }] });
    const closed = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    await database().businessHours.create({ data: { organizationId, timeZone: "Europe/Berlin", weekly: closed, exceptions: [] } });
    expect((await test({ rules })).body).toMatchObject({ winner: 0 });
  });

  it("writes nothing", async () => {
    const count = async () => Promise.all([database().queueRule.count(), database().conversation.count(), database().auditEntry.count(), database().settingsSave.count()]);
    const before = await count();
    await test({ rules: [rule([refund])], customerId, subject: "refund" });
    expect(await count()).toEqual(before);
  });

  it("tells nothing of a customer to whom customers are not shown", async () => {
    const set = await createPermissionSet(world.organizationId, "Only settings", ["routing_settings.read"]);
    const key = await createKey(world.organizationId, set);
    expect(await test({ rules: [rule([gold])], customerId }, key)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await test({ rules: [rule([gold])], customerId: newId() }, key)).toMatchObject({ status: 403 });
    expect(await test({ rules: [rule([gold])] }, key)).toMatchObject({ status: 200, body: { winner: null } });
  });

  it.each([
    ["a queue there isn't", () => ({ rules: [rule([refund], { queueId: newId() })] }), 422, "rules.0.queueId"],
    ["a channel there isn't", () => ({ channel: "pigeon" }), 422, "channel"],
    ["a rule that asks nothing", () => ({ rules: [rule([])] }), 422, "rules.0.conditions"],
    ["a customer there isn't", () => ({ customerId: newId() }), 404, undefined],
  ])("refuses %s", async (_, body, status, field) => {
    const answer = await test(body());
    expect(answer.status).toBe(status);
    if (field !== undefined) expect(answer.body.errors).toMatchObject([{ field }]);
  });
});
