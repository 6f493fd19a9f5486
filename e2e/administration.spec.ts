import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

async function settingsOf(browser: Browser, person: Person, title: string): Promise<Page> {
  const { page } = await Desk.of(browser, person);
  await page.goto("/settings");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return page;
}

test("an admin adds a channel, renames it and switches it off; the audit log tells of it", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0], "Channels");
  await page.getByRole("button", { name: "Add channel" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Telegram");
  await dialog.getByLabel("Key").fill("Tele gram");
  await dialog.getByRole("button", { name: "Add channel" }).click();
  await expect(dialog.getByText("The key must be small letters, digits and hyphens, and begin with a letter.")).toBeVisible();
  await expect(dialog.getByLabel("Key")).toBeFocused();
  await dialog.getByLabel("Key").fill("telegram");
  await dialog.getByLabel("Key").press("Enter");
  await expect(dialog).toHaveCount(0);

  await page.getByRole("button", { name: "Rename Telegram" }).click();
  await dialog.getByLabel("Name").fill("TG");
  await dialog.getByRole("button", { name: "Rename" }).click();
  const takes = page.getByRole("switch", { name: "TG takes new conversations" });
  await takes.click();
  await expect(page.getByText("TG takes no new conversations")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(takes).toBeChecked();
  // Without the notices, which fade.
  await page.reload();
  await expect(takes).toBeChecked();
  await expectAccessible(page);

  await page.getByRole("link", { name: "Audit log" }).click();
  await expect(page.getByText("Ada Winter added the channel Telegram.")).toBeVisible();
  await expect(page.getByText("Ada Winter changed the channel TG.").first()).toBeVisible();
  await expectAccessible(page);
});

test("an admin makes an API key, sees it once, and revokes it", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0], "API keys");
  await expect(page.getByText("No API keys yet")).toBeVisible();
  await page.getByRole("button", { name: "New key" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Shop");
  await dialog.getByRole("button", { name: "Make key" }).click();
  const token = await dialog.getByLabel("API key").inputValue();
  expect(token).toMatch(/^kith_/);
  const ask = () => page.request.get("/api/v1/me", { headers: { authorization: `Bearer ${token}`, cookie: "" } });
  expect((await ask()).status()).toBe(200);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Last used")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "Revoke Shop" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Shop opens nothing any more")).toBeVisible();
  expect((await ask()).status()).toBe(401);
});
