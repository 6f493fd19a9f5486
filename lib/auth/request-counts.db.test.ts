import { expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { createApiWorld, request } from "../testing/api-world";
import { RequestCounts } from "./request-counts";

withApiDatabase();

it("counts together with other processes", async () => {
  const [one, other] = [new RequestCounts(), new RequestCounts()];
  for (let index = 0; index < 100; index += 1) one.count("shared", 100);
  await one.settle();
  // What it learns it learns when it settles: at the latest after 5 % of what is allowed.
  for (let index = 0; index < 5; index += 1) other.count("shared", 100);
  await other.settle();
  expect(other.count("shared", 100).count).toBe(106);
});

it("begins anew when the window is over", async () => {
  const counts = new RequestCounts();
  for (let index = 0; index < 50; index += 1) counts.count("over", 50);
  await counts.settle();
  await database().requestCount.update({ where: { key: "over" }, data: { endsAt: new Date(Date.now() - 1_000) } });
  const another = new RequestCounts();
  for (let index = 0; index < 3; index += 1) another.count("over", 50);
  await another.settle();
  expect(another.count("over", 50)).toEqual({ count: 4, endsInSeconds: 60 });
});

it("writes nothing for who asks little", async () => {
  const counts = new RequestCounts();
  for (let index = 0; index < 4; index += 1) counts.count("little", 100);
  await counts.settle();
  expect(await database().requestCount.count({ where: { key: "little" } })).toBe(0);
});

it("tells how a key stands, and refuses what is too much, with the time to wait", async () => {
  const { keys } = await createApiWorld();
  process.env["KITH_REQUESTS_PER_KEY"] = "3";
  try {
    const answers: Response[] = [];
    for (let index = 0; index < 4; index += 1) answers.push(await request("GET", "/api/v1/me", { key: keys.Agent }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[0]?.headers.get("ratelimit-policy")).toBe('"address";q=6000;w=60, "key";q=3;w=60');
    expect(answers[0]?.headers.get("ratelimit")).toMatch(/^"address";r=\d+;t=\d+, "key";r=2;t=\d+$/);
    const refused = answers[3];
    expect(refused?.headers.get("ratelimit")).toMatch(/"key";r=0;t=\d+$/);
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused?.json()).toMatchObject({ status: 429, code: "too_many_requests" });
    expect((await request("GET", "/api/v1/me", { key: keys.Manager })).status).toBe(200);
  } finally {
    delete process.env["KITH_REQUESTS_PER_KEY"];
  }
});

it("limits an address before it is known who asks, but never who asks for the health", async () => {
  process.env["KITH_REQUESTS_PER_ADDRESS"] = "2";
  const from = { headers: { "x-forwarded-for": "192.0.2.7" }, key: "kith_guess" };
  try {
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await request("GET", "/api/v1/me", from)).status);
    expect(statuses).toEqual([401, 401, 429]);
    const health = await request("GET", "/api/v1/healthz", from);
    expect([health.status, health.headers.get("ratelimit")]).toEqual([200, null]);
  } finally {
    delete process.env["KITH_REQUESTS_PER_ADDRESS"];
  }
});
