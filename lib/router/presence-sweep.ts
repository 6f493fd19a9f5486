import { putAbsentOffline } from "../commands/put-absent-offline";
import { presenceGraceMs } from "../contracts/presence";
import { log } from "../log";
import { findAbsent } from "../store/presence";
import { withinOrganization } from "../store/scope";
import { UnbrokenWatch } from "./unbroken-watch";
import type { Duty } from "./worker";

interface SweepOptions {
  readonly graceMs?: number;
  /** How long this process must have seen the database without a break before it believes that somebody is absent. */
  readonly watchedMs?: number;
  /** The clock of a grace of a minute need not be looked at with every tick. */
  readonly everyMs?: number;
}

/**
 * Puts agents offline whose workspaces are gone. While a server or the database was away no workspace could be heard
 * of, so a process first watches for a whole grace period, in which all of them can come back. A pause of a quarter of
 * it leaves a browser time for several signs of life.
 */
export function presenceSweep({ graceMs = presenceGraceMs, watchedMs = graceMs, everyMs = 1_000 }: SweepOptions = {}): Duty {
  const watch = new UnbrokenWatch(graceMs / 4);
  let nextAt = 0;
  return async () => {
    if (performance.now() < nextAt) return;
    nextAt = performance.now() + everyMs;
    const { now, absent, isCutOff } = await findAbsent(graceMs).catch((error: unknown) => {
      watch.break();
      throw error;
    });
    if (watch.look(now) < watchedMs) return;
    if (isCutOff) nextAt = 0;
    for (const agent of absent) {
      // One who can't be put offline must not keep the others.
      await withinOrganization(agent.organizationId, () => putAbsentOffline(agent, graceMs)).catch((error: unknown) => log.error({ error, ...agent }, "an absent agent could not be put offline"));
    }
  };
}
