import { expect, it } from "vitest";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { countRequest } from "./rate-limit";

withApiDatabase();

const limit = { max: 5, windowSeconds: 60 };

it("lets as many through as the limit says, though they come at once", async () => {
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => countRequest("at-once", limit)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "too_many_requests" } });
});

it("begins anew when the window is over, however steadily they come", async () => {
  for (let index = 0; index < 5; index += 1) await countRequest("steady", limit);
  await expect(countRequest("steady", limit)).rejects.toMatchObject({ code: "too_many_requests" });
  await database().authRateLimit.update({ where: { key: "steady" }, data: { lastRequest: Date.now() - 61_000 } });
  await countRequest("steady", limit);
  expect(await database().authRateLimit.findUnique({ where: { key: "steady" } })).toMatchObject({ count: 1 });
});

it("counts each key for itself", async () => {
  for (let index = 0; index < 5; index += 1) await countRequest("one", limit);
  await countRequest("another", limit);
});
