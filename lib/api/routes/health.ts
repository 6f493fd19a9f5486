import { z } from "zod";
import { AppError } from "../../contracts/app-error";
import { databaseNow } from "../../store/clock";
import { database } from "../../store/database";
import { log } from "../../log";
import { operation } from "../operation";

const health = z.strictObject({ status: z.literal("ok") }).meta({ id: "Health" });

export const healthOperations = [
  operation(
    {
      operationId: "getHealth",
      method: "get",
      path: "/healthz",
      tag: "Service",
      summary: "Whether this server can answer",
      access: "public",
      answer: { status: 200, description: "It can: the database is reachable", schema: health },
      problems: ["unavailable"],
    },
    async () => {
      await databaseNow(database()).catch((error: unknown) => {
        log.error({ error }, "the database can't be reached");
        throw new AppError("unavailable", "The database can't be reached.");
      });
      return { status: "ok" as const };
    },
  ),
];
