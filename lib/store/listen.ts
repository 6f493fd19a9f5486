import { Client } from "pg";
import { databaseUrl } from "./database";
import { notifyChannel } from "./notify";

export interface Listening {
  stop(): Promise<void>;
}

interface ListenOptions {
  readonly onPayload: (payload: string) => void;
  /** Called after the connection was lost and is there again. */
  readonly onReconnect: () => void;
  readonly onError: (error: unknown) => void;
}

const firstRetryMs = 100;
const longestRetryMs = 5_000;

/** Listens on a connection of its own, and makes a new one with back-off when it is lost. */
export function listen(options: ListenOptions): Listening {
  let client: Client | null = null;
  let isStopped = false;
  let retryMs = firstRetryMs;
  let timer: NodeJS.Timeout | undefined;

  const connect = async (isFirst: boolean): Promise<void> => {
    const candidate = new Client({ connectionString: databaseUrl(), application_name: "kith listener", keepAlive: true });
    let isLost = false;
    const lose = (error: unknown) => {
      if (isLost) return;
      isLost = true;
      if (client === candidate) client = null;
      if (isStopped) return;
      options.onError(error);
      timer = setTimeout(() => void connect(false), retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    };
    candidate.on("error", lose);
    candidate.on("end", () => lose(new Error("the connection ended")));
    candidate.on("notification", ({ payload }) => options.onPayload(payload ?? ""));
    try {
      await candidate.connect();
      await candidate.query(`LISTEN ${notifyChannel}`);
      if (isStopped) return void (await candidate.end());
      client = candidate;
      retryMs = firstRetryMs;
      if (!isFirst) options.onReconnect();
    } catch (error) {
      lose(error);
    }
  };
  const connecting = connect(true);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await connecting;
      await client?.end();
    },
  };
}
