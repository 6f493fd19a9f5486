import { z } from "zod";
import { runPass } from "../router/pass";
import { closeDatabase } from "../store/database";
import { PassFaults, passFault } from "./pass-faults";

/** A process of its own that makes one pass when it is told to, and tells which statements it was; unless something befalls it. */
const request = z.object({ organizationId: z.string(), fault: passFault.nullable() });

const faults = new PassFaults();
process.once("message", (message) => void passOnce(request.parse(message)));
process.once("disconnect", () => process.exit());
process.send?.("ready");

async function passOnce({ organizationId, fault }: z.output<typeof request>): Promise<void> {
  if (fault) faults.arm(fault);
  // A connection that was cut is reported by the pass; the rows say what became of it.
  await runPass(organizationId, { whenLocked: "wait" }).catch(() => undefined);
  await closeDatabase();
  process.send?.(faults.statements, () => process.exit());
}
