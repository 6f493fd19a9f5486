import { pool } from "./database";

export interface Unsettled {
  readonly key: string;
  readonly count: number;
}

export interface Settled {
  readonly key: string;
  /** Of all processes, in the window that runs. */
  readonly count: number;
  readonly endsInMs: number;
}

/** Adds what this process has counted to what all have, in one statement; a window that is over begins anew. */
export async function settleRequestCounts(counts: readonly Unsettled[], windowSeconds: number): Promise<Settled[]> {
  const { rows } = await pool().query<Settled>({
    name: "settle-request-counts",
    // In the order of their keys, so that two processes never wait for each other.
    text: `INSERT INTO request_count AS counted (key, count, ends_at)
      SELECT key, count, now() + make_interval(secs => $3) FROM unnest($1::text[], $2::int[]) AS given (key, count) ORDER BY key
      ON CONFLICT (key) DO UPDATE SET
        count = excluded.count + CASE WHEN counted.ends_at > now() THEN counted.count ELSE 0 END,
        ends_at = CASE WHEN counted.ends_at > now() THEN counted.ends_at ELSE excluded.ends_at END
      RETURNING key, count, (extract(epoch FROM ends_at - now()) * 1000)::float8 AS "endsInMs"`,
    values: [counts.map(({ key }) => key), counts.map(({ count }) => count), windowSeconds],
  });
  return rows;
}

/** Windows that are over say nothing any more. */
export async function forgetRequestCounts(): Promise<void> {
  await pool().query("DELETE FROM request_count WHERE ends_at < now()");
}
