import pino from "pino";

/** One line of JSON an event, to standard output. LOG_LEVEL: trace, debug, info, warn (default), error, silent. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? "warn",
  serializers: { error: pino.stdSerializers.err },
});
