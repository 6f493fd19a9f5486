import { fork } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { database } from "../store/database";
import { createAgent, createCustomer, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { withTestDatabase } from "../testing/test-database";

const processFile = path.join(path.dirname(fileURLToPath(import.meta.url)), "../testing/routing-process.ts");

withTestDatabase();

/** Two processes write 25 conversations each at the same time, and route them: 50 passes, of which none may meet another. */
async function writeFromTwoProcesses(organization: SmallOrganization, dedicatedAgentId: string | null): Promise<void> {
  const customerId = await createCustomer(organization, dedicatedAgentId);
  const children = [1, 2].map(() =>
    fork(processFile, [JSON.stringify([organization, dedicatedAgentId, customerId, 25])], { execArgv: ["--import", "tsx"], stdio: ["ignore", "ignore", "inherit", "ipc"] }),
  );
  const ended = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
  await Promise.all(children.map((child) => new Promise((resolve) => child.once("message", resolve))));
  const overtaken = children.map((child) => new Promise((resolve) => child.once("message", resolve)));
  for (const child of children) child.send("go");
  expect(await Promise.all(overtaken)).toEqual([{ overtaken: 0 }, { overtaken: 0 }]);
  expect(await Promise.all(ended)).toEqual([0, 0]);
}

async function outcomes(organization: SmallOrganization) {
  const { organizationId } = organization;
  const conversations = await database().conversation.groupBy({ by: ["routingState"], where: { organizationId }, _count: true });
  const log = await database().routingLogEntry.groupBy({ by: ["outcome"], where: { organizationId }, _count: true });
  const { _max } = await database().agent.aggregate({ where: { organizationId }, _max: { load: true } });
  return {
    conversations: Object.fromEntries(conversations.map((group) => [group.routingState, group._count])),
    decisions: Object.fromEntries(log.map((group) => [group.outcome, group._count])),
    highestLoad: _max.load,
  };
}

describe("50 conversations at once from two processes, for an agent with one place", () => {
  test("one is assigned, 49 wait for their dedicated agent, each decided once", async () => {
    const organization = await createSmallOrganization();
    await writeFromTwoProcesses(organization, await createAgent(organization, { isInTeam: false }));
    expect(await outcomes(organization)).toEqual({
      conversations: { assigned: 1, waiting: 49 }, decisions: { assigned: 1, waiting: 49 }, highestLoad: 1,
    });
  });

  test("one is assigned, 49 stand in line, each decided once", async () => {
    const organization = await createSmallOrganization();
    await createAgent(organization);
    await writeFromTwoProcesses(organization, null);
    expect(await outcomes(organization)).toEqual({
      conversations: { assigned: 1, in_line: 49 }, decisions: { assigned: 1, in_line: 49 }, highestLoad: 1,
    });
  });
});
