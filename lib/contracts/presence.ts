import { z } from "zod";
import { instant } from "./common";

/** All connections of an agent's workspace lost for longer than this: the agent is offline (the routing contract, §1). */
export const presenceGraceMs = 60_000;

/** When the agent's workspace was last heard of. Several answers within seconds tell the same instant: it is not written each time. */
export const presence = z.strictObject({ seenAt: instant }).meta({ id: "Presence" });
