import { beforeEach, expect, test } from "vitest";
import { database } from "../store/database";
import { createAgent, createPendingConversation, createSmallOrganization, type SmallOrganization } from "../testing/small-organization";
import { withTestDatabase } from "../testing/test-database";
import { runPass } from "./pass";

/**
 * A pass looks only where a mark says that something changed. Each of these was once left standing because the change
 * left no mark, or the look did not reach what it was about; found by the storm (lib/storm).
 */
withTestDatabase();

let organization: SmallOrganization;

beforeEach(async () => {
  organization = await createSmallOrganization();
});

/** Passes until nothing is left to decide. */
async function route(): Promise<void> {
  for (let isMore = true; isMore; ) {
    isMore = (await runPass(organization.organizationId, { whenLocked: "wait" }))?.isMore ?? false;
  }
}

const ofConversation = (id: string) => ({ organizationId_id: { organizationId: organization.organizationId, id } });
const ofAgent = (userId: string) => ({ organizationId_userId: { organizationId: organization.organizationId, userId } });
const conversation = (id: string) => database().conversation.findUniqueOrThrow({ where: ofConversation(id) });

test.each([
  ["less than it takes", { ownCapacity: 2 }],
  ["nothing", { ownCapacity: 0 }],
])("an agent's capacity becomes %s: who waits for them goes to normal routing at once (edge 1)", async (_, change) => {
  const dedicated = await createAgent(organization, { isInTeam: false, ownCapacity: 3 });
  await createPendingConversation(organization, { dedicatedAgentId: dedicated, weight: 1 });
  const waiting = await createPendingConversation(organization, { dedicatedAgentId: dedicated, weight: 3 });
  await route();
  expect(await conversation(waiting)).toMatchObject({ routingState: "waiting" });
  await database().agent.update({ where: ofAgent(dedicated), data: { ...change, changes: { increment: 1 } } });
  await route();
  expect(await conversation(waiting)).toMatchObject({ routingState: "in_line", normalReason: "dedicated_never_fits" });
});
