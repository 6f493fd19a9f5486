import { Client } from "pg";
import { z } from "zod";

/** What befalls a process in the middle of a pass: it is killed, or its connection is. */
export const passFault = z.object({
  kind: z.enum(["kill", "cut"]),
  /** Which statement of the pass: 0 is BEGIN, the last is COMMIT. */
  statement: z.number(),
  /** `sent`: it is on its way, and nobody hears the answer. */
  when: z.enum(["before", "sent", "answered"]),
});
export type PassFault = z.output<typeof passFault>;

/** How a pass begins, and nothing else in the house; what follows it there are settings. */
const beginning = "BEGIN ISOLATION LEVEL READ COMMITTED";

/**
 * Counts the statements of this process's passes, and lets one fault befall one of them. It wraps the database driver
 * from outside: production code knows nothing of it.
 */
export class PassFaults {
  #armed: PassFault | null = null;
  /** Connections in the middle of a pass, with how many statements they were given. */
  readonly #passes = new WeakMap<Client, number>();
  readonly #onMet: () => void;
  /** The statements of the passes seen so far, by name. */
  readonly statements: string[] = [];

  /** @param onMet told when a fault has met a pass and the process lives on. */
  constructor(onMet: () => void = () => undefined) {
    this.#onMet = onMet;
    const call = (client: Client, text: string, send: () => unknown) => this.#call(client, text, send);
    Client.prototype.query = new Proxy(Client.prototype.query, {
      apply: (query, client: Client, args: unknown[]) => call(client, nameOf(args[0]), () => Reflect.apply(query, client, args)),
    });
  }

  /** The next pass that comes to this statement meets the fault. */
  arm(fault: PassFault): void {
    this.#armed = fault;
  }

  #call(client: Client, name: string, send: () => unknown): unknown {
    const statement = name.startsWith(beginning) ? 0 : this.#passes.get(client);
    if (statement === undefined) return send();
    if (name === "COMMIT") this.#passes.delete(client);
    else this.#passes.set(client, statement + 1);
    this.statements.push(name);
    const fault = this.#armed;
    if (fault?.statement !== statement) return send();
    this.#armed = null;
    return meet(fault, client, send).finally(this.#onMet);
  }
}

async function meet({ kind, when }: PassFault, client: Client, send: () => unknown): Promise<unknown> {
  const strike = () => (kind === "kill" ? killMyself() : cut(client));
  if (when === "before") {
    await strike();
    return send();
  }
  const answer = Promise.resolve(send());
  // Whoever waits for it hears of it; here it may fail unheard.
  answer.catch(() => undefined);
  if (when === "answered") await answer;
  await strike();
  return answer;
}

function killMyself(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Ends the backend of a connection, as an administrator or a failing network would. */
async function cut(client: Client): Promise<void> {
  const pid: unknown = Reflect.get(client, "processID");
  const other = new Client({ connectionString: process.env["DATABASE_URL"], application_name: "kith storm" });
  await other.connect();
  await other.query("SELECT pg_terminate_backend($1)", [pid]).finally(() => other.end());
}

function nameOf(query: unknown): string {
  if (typeof query === "string") return query;
  if (typeof query !== "object" || query === null) return "";
  if ("name" in query && typeof query.name === "string") return query.name;
  return "text" in query && typeof query.text === "string" ? query.text : "";
}
