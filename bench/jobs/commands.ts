import type { Actor } from "../../lib/auth/actor";
import { defaultPermissionSets } from "../../lib/auth/permissions";
import { beginConversation } from "../../lib/commands/begin-conversation";
import { markDone } from "../../lib/commands/mark-done";
import { setAgentStatus } from "../../lib/commands/set-agent-status";
import type { Job, JobResult } from "./job";
import { play } from "./play";

export function beginConversations(job: Extract<Job, { kind: "begin" }>): Promise<JobResult> {
  const { organizationId, channel, customerIds, atMs } = job;
  return play(atMs, async (index) => {
    const customerId = customerIds[index % customerIds.length];
    if (customerId === undefined) throw new Error("there is no customer");
    await beginConversation({
      organizationId, customerId, channel, subject: null, queueId: undefined, visitorId: null, text: "Hello", clientMessageId: undefined,
    });
  });
}

export function markConversationsDone(job: Extract<Job, { kind: "done" }>): Promise<JobResult> {
  const actor = actorOf(job.organizationId);
  return play(job.atMs, async (index) => {
    const conversationId = job.conversationIds[index];
    if (conversationId === undefined) throw new Error("there is no conversation");
    await markDone(actor, { organizationId: job.organizationId, conversationId });
  });
}

export async function sayStatus({ organizationId, userId, status }: Extract<Job, { kind: "status" }>): Promise<JobResult> {
  await setAgentStatus(organizationId, userId, { status });
  return { values: [], failed: 0, firstError: null };
}

/** An integrator with a key that may do everything. */
export function actorOf(organizationId: string): Actor {
  return { kind: "api_key", organizationId, userId: null, apiKeyId: null, name: "Bench", address: null, permissions: new Set(defaultPermissionSets.Owner) };
}
