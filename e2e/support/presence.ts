import type { Page } from "@playwright/test";
import { database, type Person } from "./organization";

/** When the server last heard of a workspace of theirs; null: of none. */
export async function seenAt({ id }: Person): Promise<Date | null> {
  return (await database().agentPresence.findFirst({ where: { userId: id } }))?.seenAt ?? null;
}

export async function statusOf({ id }: Person): Promise<string> {
  return (await database().agent.findFirstOrThrow({ where: { userId: id } })).status;
}

/** As if nothing had been heard of them for longer than the grace period, in the rows. */
export async function loseForAMinute({ id }: Person): Promise<void> {
  const seen = new Date(Date.now() - 61_000);
  await database().agentPresence.updateMany({ where: { userId: id }, data: { seenAt: seen } });
}

/** The same in what their browser remembers: it was last heard of a minute before they went offline. */
export async function rememberTheLoss(page: Page, { id }: Person): Promise<Date> {
  const { statusSince } = await database().agent.findFirstOrThrow({ where: { userId: id } });
  const lostAt = statusSince.getTime() - 61_000;
  await page.evaluate(([key, memory]) => localStorage.setItem(key, memory), [`presence:${id}`, JSON.stringify({ seenAt: lostAt, lostAt: null })] as const);
  return new Date(lostAt);
}
