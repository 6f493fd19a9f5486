import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

async function tabOf(browser: Browser, person: Person, tab: string): Promise<Page> {
  const { page } = await Desk.of(browser, person);
  await page.goto("/settings/platform/routing");
  await page.getByRole("navigation", { name: "Routing" }).getByRole("link", { name: tab, exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Routing" }).getByRole("link", { name: tab, exact: true })).toHaveAttribute("aria-current", "page");
  return page;
}

const rows = (page: Page) => page.getByRole("list", { name: "Queues" }).getByRole("listitem");

test("an admin adds, changes and orders queues by keyboard alone, and deletes one with where its conversations go", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await tabOf(browser, admins[0], "Queues");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText("Default", { exact: true })).toBeVisible();

  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add queue" }).press("Enter");
  await dialog.getByLabel("Name").fill("everything");
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog.getByText("The name is taken.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Name").fill("Billing");
  await dialog.getByLabel("Name").press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(rows(page).filter({ hasText: "Billing" }).getByText("No team serves it: choose one under Teams")).toBeVisible();

  await page.getByRole("button", { name: "Change Billing" }).press("Enter");
  await dialog.getByLabel("Priority").fill("7");
  await dialog.getByLabel("Overflow after, in seconds").fill("90");
  await dialog.getByLabel("Priority").press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Priority 7 · weight 1 · most room · overflow after 90 s")).toBeVisible();

  await page.getByRole("button", { name: "Reorder Billing" }).focus();
  await page.keyboard.press("Space");
  await expect(page.getByText("Billing is picked up, at place 2 of 2.")).toBeAttached();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByText("Billing is moved to place 1 of 2.")).toBeAttached();
  const ordered = page.waitForResponse((response) => response.url().endsWith("/queues/order") && response.ok());
  await page.keyboard.press("Space");
  await ordered;
  await page.reload();
  await expect(rows(page).first()).toContainText("Billing");

  await page.getByRole("button", { name: "More for Billing" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move down" }).press("Enter");
  await expect(rows(page).last()).toContainText("Billing");
  await expect(page.getByText("The queues are in another order")).toBeVisible();
  await page.reload();
  await expect(rows(page).last()).toContainText("Billing");
  await expectAccessible(page);

  await page.getByRole("button", { name: "More for Billing" }).press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  const question = page.getByRole("alertdialog", { name: "Delete Billing?" });
  await expect(question.getByText("There is no conversation in it.")).toBeVisible();
  await expect(question.getByText("No team serves it.")).toBeVisible();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete queue" }).press("Enter");
  await expect(page.getByText("Billing is deleted; 0 conversations moved to Everything")).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test("a manager sees the queues and can't change them; on a phone nothing stands beyond the edge", async ({ browser }) => {
  const { manager } = await makeOrganization({}, 300);
  const page = await tabOf(browser, manager, "Queues");
  await expect(page.getByText("You can see the queues. An administrator can change them.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add queue" })).toHaveCount(0);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("an admin adds a team, gives it queues and members by keyboard alone, switches its routing and deletes it", async ({ browser }) => {
  const { admins } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } }, 300);
  const page = await tabOf(browser, admins[0], "Teams");
  const dialog = page.getByRole("dialog");
  const nights = page.getByRole("list", { name: "Teams" }).getByRole("listitem").filter({ hasText: "Nights" });
  await page.getByRole("button", { name: "Add team" }).press("Enter");
  await dialog.getByLabel("Name").fill("Nights");
  await dialog.getByLabel("Capacity").fill("501");
  await dialog.getByLabel("Capacity").press("Enter");
  await expect(dialog.getByText("The capacity must be 1 to 500.")).toBeVisible();
  await expect(dialog.getByLabel("Capacity")).toBeFocused();
  await dialog.getByLabel("Capacity").fill("3");
  await dialog.getByLabel("Capacity").press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(nights.getByText("Capacity 3 · 0 members")).toBeVisible();
  await expect(nights.getByText("Serves no queue")).toBeVisible();

  await page.getByRole("button", { name: "Queues of Nights" }).press("Enter");
  await dialog.getByRole("combobox", { name: "Nights and Everything" }).press("Enter");
  await page.getByRole("option", { name: "Only as overflow" }).press("Enter");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save" }).press("Enter");
  await expect(nights.getByText("Serves Everything (overflow)")).toBeVisible();

  await page.getByRole("button", { name: "Members of Nights" }).press("Enter");
  await expect(dialog.getByText("Nobody is in it yet.")).toBeVisible();
  await dialog.getByLabel("Search users").fill("ann");
  await dialog.getByRole("button", { name: "Add Ann Berg" }).press("Enter");
  await expect(dialog.getByRole("button", { name: "Remove Ann Berg" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).press("Enter");
  await expect(nights.getByText("Capacity 3 · 1 member")).toBeVisible();

  await page.getByRole("switch", { name: "Routing of Nights" }).press("Space");
  await expect(page.getByText("Nights is given no conversations for its queues")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("switch", { name: "Routing of Nights" })).not.toBeChecked();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "More for Nights" }).press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
  const question = page.getByRole("alertdialog", { name: "Delete Nights?" });
  await expect(question.getByText(/^Its member keeps the conversations they have\. Nobody is given conversations from Everything/)).toBeVisible();
  await question.getByRole("button", { name: "Delete team" }).press("Enter");
  await expect(page.getByText("Nights is deleted")).toBeVisible();
  await expect(nights).toHaveCount(0);
});
