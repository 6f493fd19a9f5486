import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { expect, test } from "./support/test";
import { Visitor } from "./support/visitor";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

test("the checklist ticks itself as things are done, is hidden and shown again, and goes when all is done", async ({ browser }) => {
  const { admins, agents, manager, chatPath } = await makeOrganization({ bea: { name: "Bea Agent", capacity: 5 } });
  const admin = await Desk.of(browser, admins[0]);
  const { page } = admin;
  const checklist = page.getByRole("region", { name: "Set up Kith" });
  await admin.openInbox();
  // The organization of a story has a team, and dedicated agents on.
  await expect(checklist.getByRole("status")).toHaveText("2 of 4 done");
  await expect(checklist.getByRole("link", { name: /Done: Route to a team/ })).toHaveAttribute("href", "/settings/platform/routing/teams");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 720 });

  await admin.link(await admin.addCustomer("Carl Kunde", "carl@kunde.example"), agents.bea);
  await expect(checklist.getByRole("status")).toHaveText("3 of 4 done");

  await checklist.getByRole("button", { name: "Hide the checklist" }).click();
  await expect(checklist).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  await expect(checklist).toHaveCount(0);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /Ada Winter/ }).click();
  await page.getByRole("menuitem", { name: "Show the set-up checklist" }).click();
  await expect(checklist.getByRole("status")).toHaveText("3 of 4 done");

  const visitor = await Visitor.of(browser, chatPath, "Vera Visitor");
  await visitor.begin("Does it work?");
  await expect(checklist).toHaveCount(0);

  const mara = await Desk.of(browser, manager);
  await mara.openInbox();
  await expect(mara.page.getByRole("region", { name: "Set up Kith" })).toHaveCount(0);
});
