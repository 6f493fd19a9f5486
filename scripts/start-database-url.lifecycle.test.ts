import { rm } from "node:fs/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { EmbeddedPostgres } from "./lib/embedded-postgres";
import { findFreePort } from "./lib/free-port";
import { makeThrowawayFolder, startThrowawayPostgres } from "./lib/throwaway-postgres";
import { launchKith, stopAllKiths, type KithProcess } from "./testing/kith-process";
import { seeingAll } from "./testing/seeing-all";

let dataFolder: string;
let postgres: EmbeddedPostgres;

beforeAll(async () => {
  dataFolder = await makeThrowawayFolder(0o700);
  postgres = await startThrowawayPostgres();
});

afterEach(stopAllKiths);

afterAll(async () => {
  await postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

async function launch(databaseUrl: string): Promise<KithProcess> {
  return launchKith({ dataFolder, port: await findFreePort(), environment: { DATABASE_URL: databaseUrl } });
}

async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: seeingAll(postgres.url) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("npm start with DATABASE_URL", () => {
  test("runs on that database, two at once, which migrate and seed it once", async () => {
    const kiths = await Promise.all([launch(postgres.url), launch(postgres.url)]);
    const addresses = await Promise.all(kiths.map((kith) => kith.address));
    for (const address of addresses) expect((await fetch(address)).status).toBeLessThan(400);
    expect(await query("SELECT count(*)::int AS count FROM organization")).toEqual([{ count: 1 }]);
    for (const kith of kiths) kith.child.kill("SIGINT");
    expect(await Promise.all(kiths.map((kith) => kith.ended))).toEqual([0, 0]);
  });

  test("refuses a database that is newer than the code and changes nothing", async () => {
    await query(`INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('future', '', '99991231000000_from_the_future', now())`);
    const kith = await launch(postgres.url);
    expect(await kith.ended).toBe(1);
    expect(kith.errors()).toMatch(/^The database is newer than this version of Kith \(.*from_the_future.*\n$/);
    expect(await query(`DELETE FROM "_prisma_migrations" WHERE id = 'future' RETURNING migration_name`)).toHaveLength(1);
  });

  test.each([
    ["unreachable", () => "postgresql://kith:secret@127.0.0.1:1/kith", /can't be reached \(ECONNREFUSED\)/],
    ["no address", () => "not an address", /DATABASE_URL is not a PostgreSQL address/],
    ["without that database", () => postgres.url.replace(/kith$/, "nowhere"), /There is no such database/],
    ["with a wrong password", () => postgres.url.replace(/kith:[^@]+/, "kith:wrong"), /refused the user or the password/],
  ])("says in one line what is wrong with one that is %s", async (_, url, sentence) => {
    const kith = await launch(url());
    expect(await kith.ended).toBe(1);
    expect(kith.errors()).toMatch(sentence);
    expect(kith.errors().trim().split("\n")).toHaveLength(1);
    expect(kith.errors()).not.toMatch(/secret|wrong\b(?! )/);
  });
});
