import { log } from "../lib/log";
import { startServices } from "../lib/router/services";
import { closeDatabase } from "../lib/store/database";
import { acrossOrganizations, withinOrganization } from "../lib/store/scope";
import { sentenceFor } from "../scripts/lib/problem";
import { beginConversations, markConversationsDone, sayStatus } from "./jobs/commands";
import { type Answer, type Job, type JobResult, requestSchema } from "./jobs/job";
import { flood, recordBursts } from "./jobs/record-conversations";
import { timePasses } from "./jobs/time-passes";

/**
 * One process of the product as it runs in production, without its pages: what `npm start` starts beside the requests
 * (router, worker, listener), and the commands that requests would have called. `--without-router`: only commands.
 */
const hasRouter = !process.argv.includes("--without-router");
const services = hasRouter ? startServices({ routes: true }) : null;

process.on("message", (message) => void receive(message));
answer({ isReady: true });

async function receive(message: unknown): Promise<void> {
  const request = requestSchema.parse(message);
  if ("stop" in request) return stop();
  try {
    answer({ id: request.id, result: await run(request.job) });
  } catch (error) {
    log.error({ error }, "a job of the bench failed");
    answer({ id: request.id, error: sentenceFor(error) });
  }
}

/** As a request of that organization; bursts are of several. */
function run(job: Job): Promise<JobResult> {
  return "organizationId" in job ? withinOrganization(job.organizationId, () => runScoped(job)) : acrossOrganizations(() => runScoped(job));
}

async function runScoped(job: Job): Promise<JobResult> {
  switch (job.kind) {
    case "begin":
      return beginConversations(job);
    case "done":
      return markConversationsDone(job);
    case "status":
      return sayStatus(job);
    case "bursts":
      return recordBursts(job);
    case "flood":
      return flood(job);
    case "cpu":
      return { values: [cpuMs()], failed: 0, firstError: null };
    case "passes":
      return timePasses(job);
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function stop(): Promise<void> {
  await (services ? services.stop() : closeDatabase());
  process.disconnect();
}

function answer(message: Answer): void {
  process.send?.(message);
}
