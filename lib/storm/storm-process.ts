import { AppError } from "../contracts/app-error";
import { startServices } from "../router/services";
import { withinOrganization } from "../store/scope";
import { request, type Answer } from "./deed";
import { doDeed } from "./do-deed";
import { PassFaults } from "./pass-faults";

/**
 * A server without its pages, in a process of its own: all that `npm start` runs beside the requests, and the commands
 * that requests would call. It does what it is told, as much at once as it is told, and lets faults befall its passes.
 */
const faults = new PassFaults({ met: () => tell({ isStruck: true }), overtaken: (overtakenIn) => tell({ overtakenIn }) });
const services = startServices({ routes: true });

process.on("message", (message) => void receive(message));
process.once("disconnect", () => process.exit());
tell({ isReady: true });

async function receive(message: unknown): Promise<void> {
  const received = request.parse(message);
  if ("stop" in received) {
    await services.stop();
    process.disconnect();
    return;
  }
  if ("arm" in received) return faults.arm(received.arm);
  const { id, organizationId, deed } = received;
  try {
    tell({ id, made: await withinOrganization(organizationId, () => doDeed(organizationId, deed)) });
  } catch (error) {
    if (error instanceof AppError) tell({ id, refused: error.code });
    else tell({ id, failed: error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 2000) : String(error) });
  }
}

function tell(answer: Answer): void {
  process.send?.(answer);
}
