import { passwordResetLink } from "@/lib/contracts/password-resets";
import { oneTimeCode } from "@/lib/testing/one-time-code";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

test("a changed password ends the other session, and so does signing out everywhere else", async ({ browser }) => {
  const { manager } = await makeOrganization({});
  const [here, there] = [await Desk.of(browser, manager), await Desk.of(browser, manager)];
  const { page } = here;
  await page.goto("/inbox");
  await page.getByRole("button", { name: `Account: ${manager.name}` }).click();
  await page.getByRole("menuitem", { name: "Account" }).click();
  await expect(page.getByRole("heading", { name: "Account" })).toBeVisible();
  await expect(page.getByText("This session")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("You are signed out everywhere else")).toBeVisible();
  expect((await there.page.request.get("/api/v1/me")).status()).toBe(401);

  const third = await Desk.of(browser, manager);
  await page.getByRole("button", { name: "Change password" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill("not the password");
  await dialog.getByLabel("New password").fill("a-much-better-one");
  await dialog.getByRole("button", { name: "Change password" }).click();
  await expect(dialog.getByText("The current password is not right.")).toBeVisible();
  await dialog.getByLabel("Current password").fill(manager.password);
  await dialog.getByRole("button", { name: "Change password" }).click();
  await expect(dialog).toHaveCount(0);
  expect((await third.page.request.get("/api/v1/me")).status()).toBe(401);
  expect((await page.request.get("/api/v1/me")).status()).toBe(200);
});

test("a forgotten password is chosen anew by a link an administrator made, which opens nothing twice", async ({ browser }) => {
  const { manager, admins } = await makeOrganization({});
  const there = await Desk.of(browser, manager);
  const admin = await Desk.of(browser, admins[0]);
  const { link } = passwordResetLink.parse(await admin.call("POST", `/api/v1/users/${manager.id}/password-reset`));
  for (const colorScheme of ["light", "dark"] as const) {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme })).newPage();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    // This server sends no e-mail.
    await expect(page.getByText("Ask an administrator of your organization for a link")).toBeVisible();
    await expectAccessible(page);
    await page.goto(link);
    await expect(page.getByText(`For ${manager.email}.`)).toBeVisible();
    await expectAccessible(page);
  }
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("New password").fill("short");
  await page.keyboard.press("Enter");
  await expect(page.getByText("must have 10 to 128 characters")).toBeVisible();
  await expect(page.getByLabel("New password")).toBeFocused();
  await page.getByLabel("New password").fill("a-much-better-one");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await expectAccessible(page);
  expect((await there.page.request.get("/api/v1/me")).status()).toBe(401);
  await page.getByRole("link", { name: "Sign in with the new one" }).click();
  await page.getByLabel("E-mail").fill(manager.email);
  await page.getByLabel("Password").fill("a-much-better-one");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Account: ${manager.name}` })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  await expectAccessible(page);
});

test("a second factor is set up with a code, asked for at sign-in, and a recovery code stands in for it", async ({ browser }) => {
  const { manager } = await makeOrganization({});
  const { page } = await Desk.of(browser, manager, { viewport: { width: 360, height: 740 } });
  await page.goto("/account");
  await page.getByRole("button", { name: "Set up" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(manager.password);
  await dialog.getByRole("button", { name: "Go on" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const key = (await dialog.getByText(/^[A-Z2-7]{32,}$/).textContent()) ?? "";
  await dialog.getByLabel("Code", { exact: true }).fill(oneTimeCode(key));
  await dialog.getByRole("button", { name: "Switch on" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const recoveryCode = (await codes.first().textContent()) ?? "";
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("10 recovery codes left")).toBeVisible();

  const other = await (await browser.newContext()).newPage();
  await other.goto("/sign-in");
  await other.getByLabel("E-mail").fill(manager.email);
  await other.getByLabel("Password").fill(manager.password);
  await other.keyboard.press("Enter");
  await expect(other.getByLabel("Code from your authenticator app")).toBeFocused();
  await expectAccessible(other);
  await other.getByRole("button", { name: "Use a recovery code" }).click();
  await other.getByLabel("Recovery code").fill(recoveryCode);
  await other.keyboard.press("Enter");
  await expect(other.getByRole("button", { name: `Account: ${manager.name}` })).toBeVisible();
});
