import { z } from "zod";
import { id } from "../../contracts/common";

/** Of every address with an id in it. */
export const byId = z.strictObject({ id });
