import type { Tx } from "./database";

/** The database's clock, in whole milliseconds. Not now(), which stands still in a transaction that waits for a lock. */
export async function databaseNow(db: Pick<Tx, "$queryRaw">): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  const row = rows[0];
  if (!row) throw new Error("the database told no time");
  return row.now;
}
