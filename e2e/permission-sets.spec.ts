import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, database, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

const row = (page: Page, name: string) => page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Copy ${name}`, exact: true }) });

async function openSets(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Permission sets" }).click();
  await expect(page.getByRole("heading", { name: "Permission sets" })).toBeVisible();
}

async function setIdOf(name: string, { id }: Person): Promise<string> {
  const { organizationId } = await database().user.findFirstOrThrow({ where: { id } });
  return (await database().permissionSet.findFirstOrThrow({ where: { organizationId, name } })).id;
}

/** In place of the set they have. */
async function give(set: string, person: Person): Promise<void> {
  const permissionSetId = await setIdOf(set, person);
  await database().user.updateMany({ where: { id: person.id }, data: { permissionSetId } });
}

test("an admin copies a default set and takes the attribute out; who has the copy doesn't see dedicated agents; it is deleted with another for them", async ({ browser }) => {
  const { admins, agents } = await makeOrganization({ bea: { name: "Bea Agent", capacity: 5 } }, 300);
  const admin = await Desk.of(browser, admins[0]);
  const { page } = admin;
  const customerId = await admin.addCustomer("Carl Kunde", "carl@kunde.example");
  await admin.link(customerId, agents.bea);
  await openSets(page);
  await expect(row(page, "Admin")).toContainText("2 users: Ada Winter, Ole Sommer");
  await expectAccessible(page);

  await page.getByRole("button", { name: "View Agent", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("One that every organization has.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.getByRole("button", { name: "Copy Agent", exact: true }).click();
  await dialog.getByLabel("Name").fill("Agent");
  await dialog.getByRole("button", { name: "Create" }).click();
  await expect(dialog.getByText("There is a permission set Agent already.").or(dialog.getByText("The name is taken."))).toBeVisible();
  await dialog.getByLabel("Name").fill("Newcomers");
  const attribute = dialog.getByRole("group", { name: "Dedicated Agent attribute" });
  // To edit is to view.
  await attribute.getByRole("checkbox", { name: "Edit" }).check();
  await expect(attribute.getByRole("checkbox", { name: "View" })).toBeDisabled();
  await expect(attribute.getByText("Comes with Dedicated Agent attribute: Edit.")).toBeVisible();
  await expect(dialog.getByRole("checkbox", { name: "Manage the organization" })).toBeDisabled();
  await expect(dialog.getByText("You don’t have this yourself, so you can’t give it.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Create" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(row(page, "Newcomers")).toContainText("Nobody has it.");

  await give("Newcomers", agents.bea);
  const bea = await Desk.of(browser, agents.bea);
  await bea.page.goto(`/customers/${customerId}`);
  await expect(bea.page.getByRole("heading", { name: "Carl Kunde" })).toBeVisible();
  await expect(bea.page.getByText("Dedicated Agent").first()).toBeVisible();

  await page.reload();
  await expect(row(page, "Newcomers")).toContainText("1 user: Bea Agent");
  await page.getByRole("button", { name: "Edit Newcomers" }).click();
  await attribute.getByRole("checkbox", { name: "Edit" }).uncheck();
  await attribute.getByRole("checkbox", { name: "View" }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Newcomers is saved")).toBeVisible();
  await bea.page.reload();
  await expect(bea.page.getByRole("heading", { name: "Carl Kunde" })).toBeVisible();
  await expect(bea.page.getByText("Dedicated Agent")).toHaveCount(0);

  await page.getByRole("button", { name: "Delete Newcomers" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText("1 user has it")).toBeVisible();
  await expect(question.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
  await question.getByRole("combobox").click();
  await page.getByRole("option", { name: "Agent", exact: true }).click();
  await expectAccessible(page);
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText("Newcomers is deleted")).toBeVisible();
  await expect(row(page, "Agent")).toContainText("1 user: Bea Agent");
  await bea.page.reload();
  await expect(bea.page.getByText("Dedicated Agent").first()).toBeVisible();
});

test("of two who edit one set the second is told, and chooses; a set that holds more than one has can only be seen", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const [ada, ole] = [await Desk.of(browser, admins[0]), await Desk.of(browser, admins[1])];
  await ada.call("POST", "/api/v1/permission-sets", { name: "Lookers", permissions: ["customer.read"] });
  await openSets(ada.page);
  await ada.page.getByRole("button", { name: "Edit Lookers" }).click();
  const dialog = ada.page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "View users" }).check();
  await ole.call("PUT", `/api/v1/permission-sets/${await setIdOf("Lookers", admins[0])}`, { version: 1, name: "Lookers", permissions: ["customer.read", "audit_log.read"] });
  await dialog.getByRole("button", { name: "Save" }).click();
  const notice = dialog.getByRole("region", { name: "Saved meanwhile" });
  await expect(notice.getByText("Only theirs has Settings: View the audit log.")).toBeVisible();
  await expect(notice.getByText("Only yours has People: View users.")).toBeVisible();
  await expectAccessible(ada.page);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(ada.page, "Lookers")).toContainText("2 of 26 permissions");
  await ada.page.getByRole("button", { name: "Undo" }).click();
  await expect(ada.page.getByText("Lookers is as it was")).toBeVisible();
  await ada.page.getByRole("button", { name: "Edit Lookers" }).click();
  await expect(dialog.getByRole("checkbox", { name: "View the audit log" })).toBeChecked();
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await database().permissionSet.updateMany({ where: { id: await setIdOf("Lookers", admins[0]) }, data: { permissions: ["organization.manage"] } });
  await ada.page.reload();
  await expect(row(ada.page, "Lookers")).toContainText("It holds more than you have: Settings: Manage the organization.");
  await expect(ada.page.getByRole("button", { name: "View Lookers" })).toBeVisible();
  await expect(ada.page.getByRole("button", { name: "Delete Lookers" })).toHaveCount(0);
});

test("who may not manage permission sets learns who can help", async ({ browser }) => {
  const { manager } = await makeOrganization({}, 300);
  const { page } = await Desk.of(browser, manager);
  await page.goto("/settings/access/permission-sets");
  await expect(page.getByText("You can’t change the permission sets")).toBeVisible();
  await expectAccessible(page);
});
