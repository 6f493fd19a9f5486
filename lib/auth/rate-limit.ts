import { AppError } from "../contracts/app-error";
import { database } from "../store/database";
import { newId } from "../store/new-id";

export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

const keptMs = 60 * 60 * 1000;

/**
 * Counts a request against `key` in a fixed window, in the database, so that all server processes count together.
 *
 * better-auth's own limiter begins its window anew with every request: an office that signs in steadily is shut out.
 *
 * @throws AppError `too_many_requests`
 */
export async function countRequest(key: string, limit: RateLimit): Promise<void> {
  const now = Date.now();
  const windowBegan = now - limit.windowSeconds * 1000;
  if (await countInWindow(key, limit.max, windowBegan)) return;
  if (await beginWindow(key, now, windowBegan)) return;
  // Another request has begun the window in between.
  if (await countInWindow(key, limit.max, windowBegan)) return;
  const retryAfterSeconds = await secondsLeft(key, windowBegan);
  throw new AppError("too_many_requests", `That was too much at once. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
}

/** Forgets what was counted, for what turned out well. */
export async function forgetRequests(key: string): Promise<void> {
  await database().authRateLimit.deleteMany({ where: { key } });
}

async function countInWindow(key: string, max: number, windowBegan: number): Promise<boolean> {
  const { count } = await database().authRateLimit.updateMany({
    where: { key, lastRequest: { gt: windowBegan }, count: { lt: max } },
    data: { count: { increment: 1 } },
  });
  return count > 0;
}

/** @returns false when a window runs already: it is full, or another request has just begun it. */
async function beginWindow(key: string, now: number, windowBegan: number): Promise<boolean> {
  const { count } = await database().authRateLimit.updateMany({
    where: { key, lastRequest: { lte: windowBegan } },
    data: { count: 1, lastRequest: now },
  });
  if (count > 0) return true;
  const made = await database().authRateLimit.createMany({ data: [{ id: newId(), key, count: 1, lastRequest: now }], skipDuplicates: true });
  if (made.count > 0) await forgetOld(now);
  return made.count > 0;
}

async function secondsLeft(key: string, windowBegan: number): Promise<number> {
  const row = await database().authRateLimit.findFirst({ where: { key }, select: { lastRequest: true } });
  return row ? Math.max(1, Math.ceil((Number(row.lastRequest) - windowBegan) / 1000)) : 1;
}

/** With every new key, so that the table holds no more than an hour's. */
async function forgetOld(now: number): Promise<void> {
  await database().authRateLimit.deleteMany({ where: { lastRequest: { lt: now - keptMs } } });
}
