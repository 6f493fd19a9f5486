import { beforeAll, describe, expect, it } from "vitest";
import { defaultPermissionSets } from "../auth/permissions";
import { createOrganizationHere } from "../commands/create-organization-here";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, createKey, createPermissionSet, type ApiWorld } from "../testing/api-world";
import { createCustomer, createPendingConversation } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;

beforeAll(async () => {
  world = await createApiWorld({ capacity: 5 });
});

const get = async (key = world.keys.Owner) => (await call("GET", "/setup", { key })).body;
const put = (isHidden: unknown) => call("PUT", "/setup", { key: world.keys.Owner, body: { isHidden } });

describe("the first-run checklist", () => {
  it("has nothing done in an organization that was just made", async () => {
    const slug = `new-${newId().slice(-12)}`;
    const made = await createOrganizationHere({ slug, name: "New", ownerName: "Olga", ownerEmail: `${slug}@example.test`, ownerPassword: "a-password-for-tests" });
    if (made.kind !== "made") throw new Error(made.why);
    const owners = await database().permissionSet.findFirstOrThrow({ where: { organizationId: made.organizationId, name: "Owner" } });
    expect(await get(await createKey(made.organizationId, owners.id))).toEqual({
      isHidden: false,
      steps: { teamRouting: false, dedicatedAgents: false, customerLinked: false, testConversation: false },
    });
  });

  it("ticks each step from what it makes", async () => {
    const { organizationId } = world;
    const userId = newId();
    await database().routingSettings.update({ where: { organizationId }, data: { dedicatedAgentEnabled: false } });
    const steps = { teamRouting: false, dedicatedAgents: false, customerLinked: false, testConversation: false };
    expect((await get()).steps).toEqual(steps);

    await database().user.create({ data: { organizationId, id: userId, name: "Ann", email: "ann@example.test", permissionSetId: world.permissionSetIds.Agent, isActive: false } });
    await database().agent.create({ data: { organizationId, userId } });
    await database().teamMember.create({ data: { organizationId, teamId: world.teamId, userId } });
    expect((await get()).steps).toEqual(steps);
    await database().user.updateMany({ where: { organizationId, id: userId }, data: { isActive: true } });
    expect((await get()).steps).toEqual({ ...steps, teamRouting: true });
    await database().team.updateMany({ where: { organizationId }, data: { routingEnabled: false } });
    expect((await get()).steps).toEqual(steps);
    await database().team.updateMany({ where: { organizationId }, data: { routingEnabled: true } });

    await database().routingSettings.update({ where: { organizationId }, data: { dedicatedAgentEnabled: true } });
    await createCustomer(world, userId);
    await createPendingConversation(world);
    expect((await get()).steps).toEqual({ teamRouting: true, dedicatedAgents: true, customerLinked: true, testConversation: true });
  });

  it("says nothing of links to those who may not see them", async () => {
    const permissions = defaultPermissionSets.Admin.filter((permission) => !permission.startsWith("customer.dedicated_agent"));
    const key = await createKey(world.organizationId, await createPermissionSet(world.organizationId, "No links", permissions));
    expect((await get(key)).steps).toEqual({ teamRouting: true, dedicatedAgents: true, testConversation: true });
  });

  it("is hidden and shown again, each told once in the audit log", async () => {
    expect(await put("yes")).toMatchObject({ status: 422 });
    expect(await put(true)).toMatchObject({ status: 200, body: { isHidden: true } });
    expect(await put(true)).toMatchObject({ status: 200, body: { isHidden: true } });
    expect((await get()).isHidden).toBe(true);
    expect(await put(false)).toMatchObject({ status: 200, body: { isHidden: false } });
    const { items } = (await call("GET", "/audit-log?action=organization.updated", { key: world.keys.Owner })).body;
    expect(items.map(({ changes }: { changes: unknown }) => changes)).toEqual([
      [{ field: "first-run checklist", from: "hidden", to: "shown" }],
      [{ field: "first-run checklist", from: "shown", to: "hidden" }],
    ]);
  });
});
