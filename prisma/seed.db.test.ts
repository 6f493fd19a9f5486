import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "../lib/routing/decide";
import { explain } from "../lib/routing/explain";
import { runPass } from "../lib/router/pass";
import { closeDatabase, database } from "../lib/store/database";
import { createTestDatabase, type TestDatabase } from "../scripts/testing/database";
import { hasDemoOrganization, seedDemo } from "./seed";

let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  process.env["DATABASE_URL"] = testDatabase.url;
  expect(await hasDemoOrganization()).toBe(false);
  await seedDemo();
});
afterAll(async () => {
  await closeDatabase();
  await testDatabase.drop();
});

test("the demo is there once, however often it is asked for", async () => {
  await seedDemo();
  expect(await hasDemoOrganization()).toBe(true);
  expect(await database().organization.count()).toBe(1);
  expect(await database().customer.count()).toBe(400);
  expect(await database().queue.count()).toBe(6);
  expect(await database().team.count()).toBe(4);
  expect(await database().agent.count()).toBeGreaterThanOrEqual(25);
  expect(await database().customer.count({ where: { dedicatedAgentId: { not: null } } })).toBeGreaterThan(120);
});

test("each agent's load is the weight of what they hold", async () => {
  const agents = await database().agent.findMany({ select: { userId: true, load: true } });
  for (const { userId, load } of agents) {
    const { _sum } = await database().conversation.aggregate({ where: { assigneeId: userId, state: "open" }, _sum: { weight: true } });
    expect(load).toBe(_sum.weight ?? 0);
  }
});

test("every decision of its history comes out again from its facts, and has a sentence", async () => {
  const entries = await database().routingLogEntry.findMany();
  expect(entries.length).toBeGreaterThan(600);
  for (const entry of entries) {
    const facts = JSON.parse(JSON.stringify(entry.facts));
    const outcome = decide(facts);
    expect(outcome).toMatchObject({ kind: entry.outcome, reason: entry.reason });
    expect(explain({ by: "router", at: entry.at.getTime(), outcome, facts }, () => "Somebody")).toMatch(/Somebody|line/);
  }
});

test("it leaves the router nothing to do", async () => {
  const { id } = await database().organization.findFirstOrThrow();
  expect((await runPass(id, { whenLocked: "wait" }))?.decisions).toEqual([]);
});
