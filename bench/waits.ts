import type { Client } from "pg";
import { byRouter, countAnew, milliseconds } from "./commit-times";
import type { Organization } from "./organization";

/** Keeps aside when each wait ends, because a decision may clear it from the row. */
export async function rememberWaits(admin: Client): Promise<void> {
  await admin.query("DROP TABLE IF EXISTS bench_wait");
  await admin.query("CREATE TABLE bench_wait AS SELECT organization_id, id, wait_began_at, wait_until FROM conversation WHERE routing_state = 'waiting'");
}

/** Milliseconds from the end of each wait that ended before `until` to the commit of the decision that followed; negative: early. */
export async function latenessOf(admin: Client, { organizationId }: Organization, until: Date): Promise<number[]> {
  await countAnew(admin);
  return milliseconds(
    admin,
    `SELECT extract(epoch FROM pg_xact_commit_timestamp(d.xmin) - w.wait_until) * 1000 AS ms
     FROM bench_wait w JOIN routing_log d ON d.organization_id = w.organization_id AND d.conversation_id = w.id AND ${byRouter}
     WHERE w.organization_id = $1 AND w.wait_until <= $2`,
    [organizationId, until],
  );
}

/** How many decisions were made, by their own clock, before the wait had ended. */
export async function countEarly(admin: Client): Promise<number> {
  const early = await milliseconds(
    admin,
    `SELECT 0 AS ms FROM bench_wait w JOIN routing_log d ON d.organization_id = w.organization_id AND d.conversation_id = w.id
     WHERE d.reason = 'dedicated_timed_out' AND d.at < w.wait_until`,
    [],
  );
  return early.length;
}
