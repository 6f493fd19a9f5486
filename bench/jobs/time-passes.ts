import { markDone } from "../../lib/commands/mark-done";
import { runPass } from "../../lib/router/pass";
import { actorOf } from "./commands";
import type { Job, JobResult } from "./job";
import { recordConversations } from "./record-conversations";

/**
 * One fact, one pass, again and again: conversations that begin, then conversations that are marked done. Nobody else
 * routes here, so each pass decides exactly one.
 *
 * @returns milliseconds of each pass, in that order
 */
export async function timePasses(job: Extract<Job, { kind: "passes" }>): Promise<JobResult> {
  const took: number[] = [];
  for (const customerId of job.customerIds) {
    await recordConversations([{ ...job, customerIds: [customerId] }]);
    took.push(await timePass(job.organizationId));
  }
  for (const conversationId of job.doneIds) {
    await markDone(actorOf(job.organizationId), { organizationId: job.organizationId, conversationId });
    took.push(await timePass(job.organizationId));
  }
  return { values: took, failed: 0, firstError: null };
}

async function timePass(organizationId: string): Promise<number> {
  const began = performance.now();
  const result = await runPass(organizationId, { whenLocked: "wait" });
  const took = performance.now() - began;
  if (result?.decisions.length !== 1) throw new Error(`a pass after one fact decided ${result?.decisions.length ?? "nothing"}`);
  return took;
}
