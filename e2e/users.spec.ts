import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

async function usersOf(browser: Browser, person: Person): Promise<{ desk: Desk; page: Page }> {
  const desk = await Desk.of(browser, person);
  await desk.page.goto("/settings");
  await desk.page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Users" }).click();
  await expect(desk.page.getByRole("heading", { name: "Users", exact: true })).toBeVisible();
  return { desk, page: desk.page };
}

const rowOf = (page: Page, name: string) => page.getByRole("list", { name: "Users" }).getByRole("listitem").filter({ hasText: name });

async function invite(page: Page, email: string): Promise<string> {
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByRole("combobox", { name: "Permission set" })).toBeVisible();
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Everybody").check();
  await dialog.getByLabel("Own capacity").fill("3");
  await dialog.getByRole("button", { name: "Make the invitation" }).click();
  return dialog.getByLabel("Invitation link").inputValue();
}

test("an admin invites somebody by a link, and they join with a name and a password of their own, once", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const { page } = await usersOf(browser, admins[0]);
  const email = `nora.new.${admins[0].id.slice(-12)}@example.com`;
  const link = await invite(page, email);
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(rowOf(page, email)).toContainText("Invited");

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "Join Story & Sons" })).toBeVisible();
  await expectAccessible(guest);
  await guest.getByLabel("Your name").fill("Nora New");
  await guest.getByLabel("Password").fill("short");
  await guest.getByRole("button", { name: "Join" }).click();
  await expect(guest.getByText("The password must have at least 10 characters.")).toBeVisible();
  await guest.getByLabel("Password").fill("a-long-password");
  await guest.getByRole("button", { name: "Join" }).click();
  await guest.waitForURL("**/inbox");
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This invitation has been used" })).toBeVisible();
  await expect(rowOf(page, "Nora New")).toContainText("capacity 3 of their own");
  await expect(page.getByRole("heading", { name: "Invitations" })).toHaveCount(0);
});

test("an invitation is renewed and revoked, and who has a link that opens nothing is told what to do", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const { page } = await usersOf(browser, admins[0]);
  const link = await invite(page, `ned.new.${admins[0].id.slice(-12)}@example.com`);
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: /^Renew the invitation/ }).click();
  const renewed = await dialog.getByLabel("Invitation link").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  await expectAccessible(guest);
  await page.getByRole("button", { name: /^Revoke the invitation/ }).click();
  await expect(page.getByText("Revoked", { exact: true })).toBeVisible();
  await guest.goto(renewed);
  await expect(guest.getByRole("heading", { name: "This invitation was withdrawn" })).toBeVisible();
});

test("the users and the dialog to invite are accessible, wide and on a phone, and say what is wrong", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const { page } = await usersOf(browser, admins[0]);
  await expect(rowOf(page, "Ole Sommer")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("combobox", { name: "Permission set" })).toBeVisible();
  await dialog.getByLabel("E-mail").fill(admins[1].email);
  await dialog.getByRole("button", { name: "Make the invitation" }).click();
  await expect(dialog.getByText(`${admins[1].name} has that e-mail already.`)).toBeVisible();
  await expectAccessible(page);
});

test("an admin changes a user, deactivates them, who is signed out at once, and activates them again", async ({ browser }) => {
  const { admins, agents } = await makeOrganization({ lena: { name: "Lena Voss", capacity: 5 } }, 300);
  const { page } = await usersOf(browser, admins[0]);
  const lena = await Desk.of(browser, agents.lena);
  await lena.openInbox();
  await page.getByLabel("Search users").fill("lena");
  await expect(rowOf(page, "Ada Winter")).toHaveCount(0);
  await page.getByRole("button", { name: "Edit Lena Voss" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("combobox", { name: "Permission set" })).toBeVisible();
  await dialog.getByLabel("Own capacity").fill("many");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("The capacity must be a whole number from 0 to 1,000.")).toBeVisible();
  await dialog.getByLabel("Own capacity").fill("");
  await dialog.getByLabel("Name").fill("Lena Vossberg");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "Lena Vossberg")).toContainText("Everybody · capacity 5");

  await page.getByRole("button", { name: "Deactivate Lena Vossberg" }).click();
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(rowOf(page, "Lena Vossberg")).toContainText("Deactivated");
  await lena.page.waitForURL("**/sign-in?**");
  await page.getByRole("button", { name: "Activate Lena Vossberg" }).click();
  await expect(page.getByRole("button", { name: "Deactivate Lena Vossberg" })).toBeVisible();
  await page.getByLabel("Search users").fill("");
  // Nobody deactivates themselves.
  await expect(page.getByRole("button", { name: "Edit Ada Winter" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Deactivate Ada Winter" })).toHaveCount(0);
});

test("by keyboard alone: a leaver's customers are looked through and handed over to one agent", async ({ browser }) => {
  const { admins, agents } = await makeOrganization({ leo: { name: "Leo Lang", capacity: 5 }, hedda: { name: "Hedda Stern", capacity: 5 } }, 300);
  const { desk, page } = await usersOf(browser, admins[0]);
  const customerIds = [await desk.addCustomer("Cleo Park", `cleo.${agents.leo.id}@example.org`), await desk.addCustomer("Dino Rossi", `dino.${agents.leo.id}@example.org`)];
  for (const customerId of customerIds) await desk.link(customerId, agents.leo);
  await page.getByRole("button", { name: "Deactivate Leo Lang" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Deactivate Leo Lang?" });
  await expect(dialog.getByText("Leo Lang is the dedicated agent of 2 customers.")).toBeVisible();
  await expect(dialog.getByText("Dino Rossi")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Deactivate" })).toBeDisabled();
  await expectAccessible(page);
  const tabTo = async (what: ReturnType<Page["getByRole"]>) => {
    for (let presses = 0; presses < 15; presses += 1) {
      if (await what.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(what).toBeFocused();
  };
  await tabTo(dialog.getByLabel("Search the customers of Leo Lang"));
  await page.keyboard.type("cleo");
  await expect(dialog.getByText("Dino Rossi")).toHaveCount(0);
  await expect(dialog.getByText("Cleo Park")).toBeVisible();
  await tabTo(dialog.getByRole("radio", { name: "One agent" }));
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: "The members of a team, evenly" })).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await tabTo(dialog.getByRole("combobox", { name: "Agent" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("hedda");
  await expect(page.getByRole("option", { name: /Hedda Stern/ })).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("combobox", { name: "Agent" })).toContainText("Hedda Stern");
  await expect(dialog.getByRole("combobox", { name: "Agent" })).toBeFocused();
  await tabTo(dialog.getByRole("button", { name: "Deactivate" }));
  await page.keyboard.press("Enter");
  await expect(rowOf(page, "Leo Lang")).toContainText("Deactivated");
  await page.goto(`/customers/${customerIds[0]}`);
  await expect(page.getByText("Hedda Stern").first()).toBeVisible();
});
