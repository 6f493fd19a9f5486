import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { Prisma, PrismaClient } from "@/generated/prisma/client";
import { ScopedPool } from "./scoped-pool";
import { shared, unshare } from "./shared";

export type Tx = Prisma.TransactionClient;

interface Connection {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
}

/** The Prisma client of this process, over the same connections as `pool()`. Connects at first use. */
export function database(): PrismaClient {
  return connection().prisma;
}

/** For the set-based statements of the router. */
export function pool(): Pool {
  return connection().pool;
}

interface TransactionOptions {
  /** For the few that change more rows than can be counted. */
  readonly timeoutMs?: number;
}

/**
 * One transaction, READ COMMITTED: it sees what others committed while it waited for a lock. What it refers to may be
 * deleted between being read and being written, a queue that is entered just then: it begins again once, and finds that
 * it is gone.
 */
export async function transaction<T>(work: (tx: Tx) => Promise<T>, { timeoutMs = 15_000 }: TransactionOptions = {}): Promise<T> {
  const once = () => database().$transaction(work, { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted, maxWait: 10_000, timeout: timeoutMs });
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== foreignKeyViolation) throw error;
    return once();
  }
}

const foreignKeyViolation = "P2003";

/** Ends this process's connections; a later use makes new ones. */
export async function closeDatabase(): Promise<void> {
  const { pool, prisma } = connection();
  unshare("database");
  await prisma.$disconnect();
  await pool.end();
}

export function databaseUrl(): string {
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Error("DATABASE_URL is not set: start Kith with npm start, or name the database in DATABASE_URL.");
  return url;
}

function connection(): Connection {
  return shared("database", () => {
    const pool = new ScopedPool({
      connectionString: databaseUrl(),
      max: Number(process.env["DATABASE_POOL_SIZE"] ?? 20),
      application_name: "kith",
    });
    // A connection that the server closes is replaced at the next use, and whoever has it in use hears of it from their
    // next statement; unheard, the event would end the process.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  });
}
