import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findFreePort } from "./lib/free-port";
import { makeThrowawayFolder } from "./lib/throwaway-postgres";
import { launchKith, readInstance, readPostgresPid, stopAllKiths, type KithOptions } from "./testing/kith-process";
import { seeingAll } from "./testing/seeing-all";

// Of mode 0700: as root, each of these starts a PostgreSQL whose account may not enter the folder.
let dataFolder: string;
let options: KithOptions;

beforeAll(async () => {
  dataFolder = await makeThrowawayFolder(0o700);
  options = { dataFolder, port: await findFreePort() };
});

afterEach(stopAllKiths);

afterAll(() => rm(dataFolder, { recursive: true, force: true }));

async function query(databaseUrl: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: seeingAll(databaseUrl) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function queryInstance(sql: string): Promise<readonly Record<string, unknown>[]> {
  const { databaseUrl } = await readInstance(dataFolder);
  return query(databaseUrl ?? "", sql);
}

async function postgresLog(): Promise<string> {
  return readFile(path.join(dataFolder, "postgres.log"), "utf8");
}

/** The log from here on. */
async function logSince(start: number): Promise<string> {
  return (await postgresLog()).slice(start);
}

describe("npm start", () => {
  test("comes up, and prints the address, three sign-ins and the chat page", async () => {
    const kith = launchKith(options);
    const address = await kith.address;
    expect(address).toBe(`http://localhost:${options.port}`);
    expect((await fetch(address)).status).toBeLessThan(400);
    expect(kith.output()).toMatch(/Sign in with\n(\s+\S.*@.*\n){3}/);
    const chatPage = /Write as a customer at (\S+)/.exec(kith.output())?.[1] ?? "";
    expect((await fetch(chatPage)).status).toBe(200);
  });

  test("gives the app a plain role, and PostgreSQL an account that is not root", async () => {
    await launchKith(options).address;
    const [role] = await queryInstance("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user");
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    if (process.platform === "linux") {
      const status = readFileSync(`/proc/${await readPostgresPid(dataFolder)}/status`, "utf8");
      expect(status).not.toMatch(/^Uid:\t0\t/m);
    }
  });

  test("stops on SIGTERM although a browser keeps connections open, with exit code 0 and the database shut down", async () => {
    const kith = launchKith(options);
    const address = new URL(await kith.address);
    const idle = connect(Number(address.port), "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    const start = (await postgresLog()).length;
    kith.child.kill("SIGTERM");
    expect(await kith.ended).toBe(0);
    idle.destroy();
    expect(await logSince(start)).toContain("database system is shut down");
    const next = launchKith(options);
    await next.address;
    expect(await logSince(start)).not.toContain("automatic recovery");
  });

  test("stops once when Ctrl-C hits the whole process group, again and again", async () => {
    const kith = launchKith(options);
    await kith.address;
    const start = (await postgresLog()).length;
    const group = -(kith.child.pid ?? Number.NaN);
    for (let press = 0; press < 3; press++) process.kill(group, "SIGINT");
    expect(await kith.ended).toBe(0);
    expect((await logSince(start)).match(/received fast shutdown request/g)).toHaveLength(1);
    expect(kith.errors()).toBe("");
  });

  test("refuses a second start on the same data without disturbing the first", async () => {
    const first = launchKith(options);
    const address = await first.address;
    const second = launchKith({ ...options, port: await findFreePort() });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(/^Kith is already running here \(.*\)\. .*\n$/);
    expect((await fetch(address)).status).toBeLessThan(400);
  });

  test("recovers after kill -9 and has everything that was saved", async () => {
    const killed = launchKith(options);
    await killed.address;
    await queryInstance("CREATE TABLE survivor AS SELECT 42 AS answer");
    killed.child.kill("SIGKILL");
    const next = launchKith(options);
    await next.address;
    expect(await queryInstance("SELECT answer FROM survivor")).toEqual([{ answer: 42 }]);
    await queryInstance("DROP TABLE survivor");
  });

  test("recovers after kill -9 of the start, the server and the database", async () => {
    const killed = launchKith(options);
    await killed.address;
    await queryInstance("CREATE TABLE survivor AS SELECT 42 AS answer");
    const { server } = await readInstance(dataFolder);
    const start = (await postgresLog()).length;
    process.kill(await readPostgresPid(dataFolder), "SIGKILL");
    process.kill(server?.pid ?? Number.NaN, "SIGKILL");
    killed.child.kill("SIGKILL");
    const next = launchKith(options);
    await next.address;
    expect(await logSince(start)).toContain("automatic recovery in progress");
    expect(await queryInstance("SELECT answer FROM survivor")).toEqual([{ answer: 42 }]);
    await queryInstance("DROP TABLE survivor");
  });

  test("ends with exit code 1 and a clean database when the server crashes", async () => {
    const kith = launchKith(options);
    await kith.address;
    const start = (await postgresLog()).length;
    process.kill((await readInstance(dataFolder)).server?.pid ?? Number.NaN, "SIGKILL");
    expect(await kith.ended).toBe(1);
    expect(kith.errors()).toContain("The server stopped unexpectedly");
    expect(await logSince(start)).toContain("database system is shut down");
  });

  test("says that the port is taken before it does anything", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)));
    const kith = launchKith({ ...options, port });
    expect(await kith.ended).toBe(1);
    expect(kith.output()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is used by another program\\. .*\\n$`));
    other.close();
  });

  test("says that this Node is too old", async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.18.3"}})`;
    const kith = launchKith({ ...options, nodeArgs: ["--import", pretend] });
    expect(await kith.ended).toBe(1);
    expect(kith.errors()).toMatch(/^Kith needs Node 20\.19 or newer and this is 20\.18\.3\. .*\n$/);
  });
});
