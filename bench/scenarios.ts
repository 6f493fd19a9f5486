import type { Scenario } from "./scenario";
import { burst } from "./scenarios/burst";
import { comesOnline } from "./scenarios/comes-online";
import { eight } from "./scenarios/eight";
import { flood } from "./scenarios/flood";
import { freedSlot } from "./scenarios/freed-slot";
import { lateness } from "./scenarios/lateness";
import { latency } from "./scenarios/latency";
import { passCost } from "./scenarios/pass-cost";
import { processes } from "./scenarios/processes";
import { sameInstant } from "./scenarios/same-instant";
import { simulate } from "./scenarios/simulate";

/** All that `npm run bench` measures, in the order of its table. */
export const scenarios: readonly Scenario[] = [
  burst, eight, passCost, processes, latency, freedSlot, lateness, sameInstant, comesOnline, flood, simulate,
];
