import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentActor } from "@/lib/auth/current";
import { toLogEntry } from "@/lib/reads/log-entry";
import { runPass } from "@/lib/router/pass";
import { decide } from "@/lib/routing/decide";
import { closeDatabase, database } from "@/lib/store/database";
import { app } from "@/lib/api/app";
import { createTestDatabase, type TestDatabase } from "@/scripts/testing/database";
import { demoSignIns, hasDemoOrganization, seedDemo } from "./seed";

let test: TestDatabase;
let tookMs = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  process.env["DATABASE_URL"] = test.url;
  process.env["BETTER_AUTH_SECRET"] = "a-secret-for-tests-only-0123456789-abcdef";
  const startedAt = performance.now();
  await seedDemo();
  tookMs = performance.now() - startedAt;
});

afterAll(async () => {
  await closeDatabase();
  await test.drop();
});

describe("the demo organization", () => {
  it("is there within ten seconds, once", async () => {
    expect(tookMs).toBeLessThan(10_000);
    await seedDemo();
    expect(await database().organization.count()).toBe(1);
    expect(await hasDemoOrganization()).toBe(true);
  });

  it("has the size that was asked for", async () => {
    const db = database();
    const customers = await db.customer.count();
    const linked = await db.customer.count({ where: { dedicatedAgentId: { not: null } } });
    expect({
      agents: await db.agent.count(),
      teams: await db.team.count(),
      queues: await db.queue.count(),
      channels: await db.channel.count(),
      customers,
      done: await db.conversation.count({ where: { state: "done" } }),
    }).toEqual({ agents: 25, teams: 4, queues: 6, channels: 7, customers: 400, done: 600 });
    expect(linked / customers).toBeGreaterThan(0.4);
    expect(linked / customers).toBeLessThan(0.6);
  });

  it("counts every agent's load rightly, and nobody is over capacity", async () => {
    const agents = await database().agent.findMany({ include: { user: { select: { name: true, teamMemberships: { select: { team: true } } } } } });
    const held = await database().conversation.groupBy({ by: ["assigneeId"], where: { state: "open" }, _sum: { weight: true } });
    const heldBy = new Map(held.map(({ assigneeId, _sum }) => [assigneeId, _sum.weight]));
    for (const { userId, load, user } of agents) {
      expect(load, user.name).toBe(heldBy.get(userId) ?? 0);
      expect(load, user.name).toBeLessThanOrEqual(Math.max(...user.teamMemberships.map(({ team }) => team.capacity)));
    }
  });

  it("keeps only decisions that decide() makes again from their facts", async () => {
    const rows = await database().routingLogEntry.findMany();
    const entries = rows.map(toLogEntry).flatMap((entry) => (entry.by === "router" ? [entry] : []));
    expect(entries.length).toBeGreaterThan(600);
    for (const { outcome, facts } of entries) expect(decide(facts)).toEqual(outcome);
  });

  it("leaves the router nothing to do until a wait ends", async () => {
    const { id } = await database().organization.findFirstOrThrow();
    const before = await database().conversation.groupBy({ by: ["routingState"], _count: true, orderBy: { routingState: "asc" } });
    await runPass(id, { whenLocked: "wait" });
    expect(await database().conversation.groupBy({ by: ["routingState"], _count: true, orderBy: { routingState: "asc" } })).toEqual(before);
    expect(await database().conversation.count({ where: { routingState: "waiting" } })).toBe(3);
    expect(await database().conversation.count({ where: { routingState: "in_line" } })).toBe(2);
  });

  it.each(demoSignIns)("lets $email in", async ({ email, password, role }) => {
    const response = await app.request("http://localhost:3000/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json", host: "localhost:3000", origin: "http://localhost:3000" },
      body: JSON.stringify({ email, password }),
    });
    expect(response.status).toBe(200);
    const cookie = response.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
    const actor = await currentActor(new Headers({ cookie }));
    expect(actor?.permissions.has("routing_settings.write")).toBe(role === "Admin");
  });
});
