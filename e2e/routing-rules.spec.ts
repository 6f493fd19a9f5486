import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

async function tabOf(browser: Browser, person: Person, tab: string): Promise<Page> {
  const { page } = await Desk.of(browser, person);
  await page.goto(`/settings/platform/routing/${tab}`);
  await expect(page.getByRole("heading", { name: "Routing" })).toBeVisible();
  return page;
}

test("statuses are added, typed, reordered by keyboard and removed, and are saved together", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await tabOf(browser, admins[0], "statuses");
  await expect(page.getByText("No statuses of your own yet")).toBeVisible();
  await page.getByRole("button", { name: "Add status" }).click();
  await page.keyboard.type("Lunch");
  await page.getByRole("button", { name: "Add status" }).click();
  await page.getByRole("button", { name: "Save Changes" }).click();
  await expect(page.getByText("The name must not be empty.")).toBeVisible();
  await expect(page.getByLabel("Name of the new status")).toBeFocused();
  await page.keyboard.type("On a call");
  await page.getByRole("combobox", { name: "Type of On a call" }).click();
  await page.getByRole("option", { name: "Busy" }).click();
  await expectAccessible(page);

  const names = page.getByRole("list", { name: "Statuses" }).getByRole("textbox");
  await page.getByRole("button", { name: "Reorder On a call" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("On a call is picked up, at place 2 of 2.")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("On a call is moved to place 1 of 2.")).toBeAttached();
  await page.keyboard.press("Space");
  await expect(names.first()).toHaveValue("On a call");
  await page.getByRole("button", { name: "Save Changes" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(names.first()).toHaveValue("On a call");
  await expect(names.nth(1)).toHaveValue("Lunch");

  await page.getByRole("button", { name: "More for Lunch" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(names).toHaveCount(1);
});

test("General is set by keyboard and kept", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await tabOf(browser, admins[0], "settings");
  await page.getByRole("radio", { name: "Routing assigns" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Agents accept" })).toBeChecked();
  const timeout = page.getByRole("textbox", { name: "Accept timeout" });
  await page.keyboard.press("Tab");
  await expect(timeout).toBeFocused();
  await page.keyboard.type("11 min");
  await page.keyboard.press("Enter");
  await expect(page.getByText("from 5 s to 10 min.")).toBeVisible();
  await expectAccessible(page);
  await timeout.fill("45");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByText("3 changes", { exact: true })).toBeVisible();
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Agents accept" })).toBeChecked();
  await expect(timeout).toHaveValue("45 s");
  await expect(page.getByRole("switch", { name: "Requeue when offline" })).toBeChecked();
});
