import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { loseForAMinute, rememberTheLoss, seenAt, statusOf } from "./support/presence";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

/** A server that has just started first watches for a minute. */
const withinTheWatch = { timeout: 90_000 };

test("a second tab changes nothing: one is closed, and the other is heard of", async ({ browser }) => {
  const { agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, agents.ann);
  await ann.openInbox();
  await ann.setStatus("available");
  await expect.poll(() => seenAt(agents.ann)).not.toBeNull();

  const second = await ann.page.context().newPage();
  await second.goto("/customers");
  await expect(second.getByRole("combobox", { name: "My status" })).toHaveText("Available");
  await ann.page.close();
  const closedAt = Date.now();
  await expect.poll(async () => ((await seenAt(agents.ann))?.getTime() ?? 0) > closedAt, { timeout: 40_000 }).toBe(true);
  expect(await statusOf(agents.ann)).toBe("available");
});

test("a workspace that was gone for a minute comes back offline, is told why, and goes available again", async ({ browser }) => {
  test.setTimeout(180_000);
  const { agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, agents.ann);
  const { page } = ann;
  await ann.openInbox();
  await ann.setStatus("available");
  await expect.poll(() => seenAt(agents.ann)).not.toBeNull();
  await expect(page.getByText(/^You went offline/)).toHaveCount(0);

  await page.goto("about:blank");
  await loseForAMinute(agents.ann);
  await expect.poll(() => statusOf(agents.ann), withinTheWatch).toBe("offline");
  expect(await seenAt(agents.ann)).toBeNull();

  await page.goto("/no-such-page");
  const lostAt = await rememberTheLoss(page, agents.ann);
  await ann.openInbox();
  const time = await page.evaluate((at) => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at), lostAt.getTime());
  const banner = page.getByRole("status").filter({ hasText: "You went offline when the connection was lost" });
  await expect(banner).toHaveText(`You went offline when the connection was lost at ${time}.`);
  await expect(page.getByRole("combobox", { name: "My status" })).toHaveText("Offline");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);

  await page.getByRole("button", { name: "Go available" }).click();
  await expect(banner).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page.getByRole("combobox", { name: "My status" })).toHaveText("Available");
  await expect.poll(() => statusOf(agents.ann)).toBe("available");

  await ann.setStatus("offline");
  await page.reload();
  await expect(page.getByRole("combobox", { name: "My status" })).toHaveText("Offline");
  await expect.poll(() => seenAt(agents.ann)).not.toBeNull();
  await expect(banner).toHaveCount(0);
});

test("a stream that has died in silence, as after a sleep, is opened anew", async ({ browser }) => {
  const { agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, agents.ann);
  await ann.page.clock.install();
  await ann.openInbox();
  const again = ann.page.waitForRequest((request) => request.url().endsWith("/api/v1/events"));
  const answer = ann.page.waitForResponse((response) => response.url().endsWith("/me/presence"));
  await ann.page.clock.fastForward(41_000);
  await again;
  expect((await answer).status()).toBe(200);
});
