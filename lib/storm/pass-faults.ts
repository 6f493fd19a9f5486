import { Client } from "pg";
import { z } from "zod";
import { Overtaking } from "./overtaking";

/** What befalls a process in the middle of a pass: it is killed, or its connection is. */
export const passFault = z.object({
  kind: z.enum(["kill", "cut"]),
  /** Which statement of the pass: 0 is BEGIN, the last is COMMIT. */
  statement: z.number(),
  /** `sent`: it is on its way, and nobody hears the answer. */
  when: z.enum(["before", "sent", "answered"]),
});
export type PassFault = z.output<typeof passFault>;

/** Who hears of it. */
interface Ears {
  /** A fault has met a pass, and the process lives on. */
  met(): void;
  /** A decision was overtaken by a fact. */
  overtaken(organizationId: string): void;
}

/** How a pass begins, and nothing else in the house; what follows it there are settings. */
const beginning = "BEGIN ISOLATION LEVEL READ COMMITTED";

/**
 * Counts the statements of this process's passes, and lets one fault befall one of them. It wraps the database driver
 * from outside: production code knows nothing of it.
 */
export class PassFaults {
  #armed: PassFault | null = null;
  /** Connections in the middle of a pass. */
  readonly #passes = new WeakMap<Client, { readonly sent: number; readonly overtaking: Overtaking }>();
  readonly #ears: Ears;
  /** The statements of the passes seen so far, by name. */
  readonly statements: string[] = [];

  constructor(ears: Ears = { met: () => undefined, overtaken: () => undefined }) {
    this.#ears = ears;
    const call = (client: Client, query: unknown, send: () => unknown) => this.#call(client, query, send);
    Client.prototype.query = new Proxy(Client.prototype.query, {
      apply: (query, client: Client, args: unknown[]) => call(client, args[0], () => Reflect.apply(query, client, args)),
    });
  }

  /** The next pass that comes to this statement meets the fault. */
  arm(fault: PassFault): void {
    this.#armed = fault;
  }

  #call(client: Client, query: unknown, send: () => unknown): unknown {
    const name = nameOf(query);
    const pass = name.startsWith(beginning) ? { sent: 0, overtaking: new Overtaking() } : this.#passes.get(client);
    if (pass === undefined) return send();
    const { sent: statement, overtaking } = pass;
    if (name === "COMMIT") this.#passes.delete(client);
    else this.#passes.set(client, { sent: statement + 1, overtaking });
    this.statements.push(name);
    const fault = this.#armed;
    if (fault?.statement !== statement) return this.#watched(overtaking, query, send());
    this.#armed = null;
    return meet(fault, client, send).finally(() => this.#ears.met());
  }

  async #watched(overtaking: Overtaking, query: unknown, answer: unknown): Promise<unknown> {
    const result = await answer;
    const organizationId = overtaking.see(query, result);
    if (organizationId !== null) this.#ears.overtaken(organizationId);
    return result;
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
