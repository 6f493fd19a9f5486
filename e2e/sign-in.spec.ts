import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

test("signing in leads to where one wanted to go, and signing out ends it", async ({ page }) => {
  const { manager, name } = await makeOrganization({});
  await page.goto("/customers?search=nora");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcustomers%3Fsearch%3Dnora$/);
  await expect(page.getByLabel("E-mail")).toBeFocused();
  await page.getByLabel("E-mail").fill(manager.email);
  await page.getByLabel("Password").fill("not the password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "This e-mail and password don't match." })).toBeVisible();
  await page.getByLabel("Password").fill(manager.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/customers\?search=nora$/);
  await expect(page.getByText(name)).toBeVisible();

  await page.getByRole("button", { name: `Account: ${manager.name}` }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in to Kith" })).toBeVisible();
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
});

test("the way after signing in never leads to another site", async ({ page }) => {
  const { manager } = await makeOrganization({});
  await page.goto("/sign-in?next=https%3A%2F%2Fevil.example%2F");
  await page.getByLabel("E-mail").fill(manager.email);
  await page.getByLabel("Password").fill(manager.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/inbox$/);
});

test("my status changes at once, and a theme that is chosen stays", async ({ browser }) => {
  const { agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, agents.ann);
  const { page } = ann;
  await page.goto("/customers");
  const status = page.getByRole("combobox", { name: "My status" });
  await expect(status).toHaveText("Offline");
  await ann.setStatus("busy");
  await expect(status).toHaveText("Busy");
  await page.reload();
  await expect(status).toHaveText("Busy");

  await page.route("**/api/v1/me/status", (route) => route.abort());
  await status.click();
  await page.getByRole("option", { name: /^Available/ }).click();
  await expect(page.getByText(/^You are not available yet\./)).toBeVisible();
  await expect(status).toHaveText("Busy");

  await page.getByRole("button", { name: "Account: Ann Berg" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/\bdark\b/);
});

test("axe finds nothing where one signs in, nor where nothing is", async ({ page }) => {
  await page.goto("/sign-in");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  await page.goto("/no-such-page");
  await expect(page.getByText("There is nothing at this address")).toBeVisible();
  await expectAccessible(page);
});
