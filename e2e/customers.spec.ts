import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { emailOf, Visitor } from "./support/visitor";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

const agents = { ann: { name: "Ann Berg", capacity: 5 }, ben: { name: "Ben Okoro", capacity: 3 } };

test("a manager links an agent with Update, and can take it back", async ({ browser }) => {
  const organization = await makeOrganization(agents);
  const manager = await Desk.of(browser, organization.manager);
  const id = await manager.addCustomer("Nora Castell", emailOf("Nora Castell"));
  const { page } = manager;
  await page.goto(`/customers/${id}`);
  const field = page.getByRole("region", { name: "Dedicated Agent" });
  const picker = field.getByRole("combobox", { name: "Dedicated Agent" });
  const update = field.getByRole("button", { name: "Update" });
  await expect(picker).toContainText("None");
  await expect(update).toBeDisabled();

  await picker.click();
  await page.getByRole("combobox", { name: "Search agents" }).fill("okoro");
  const ben = page.getByRole("option", { name: /Ben Okoro/ });
  await expect(ben).toContainText("Offline · 0 of 3 · 0 customers");
  await expect(page.getByRole("option")).toHaveCount(1);
  await ben.click();
  await expect(picker).toContainText("Ben Okoro");
  await expect(update).toBeEnabled();
  await picker.press("Escape");
  await expect(picker).toContainText("None");
  await expect(update).toBeDisabled();

  await picker.click();
  await page.getByRole("combobox", { name: "Search agents" }).fill("ann");
  await page.getByRole("option", { name: /Ann Berg/ }).click();
  await update.click();
  await expect(page.getByText("Ann Berg is now Nora Castell’s dedicated agent")).toBeVisible();
  await expect(field).toContainText("set by Mara Keller");
  await expect(update).toBeDisabled();
  await page.reload();
  await expect(picker).toContainText("Ann Berg");

  await picker.click();
  await page.getByRole("option", { name: /^None/ }).click();
  await update.click();
  await expect(page.getByText("Nora Castell has no dedicated agent now")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(picker).toContainText("Ann Berg");
});

test("an agent's role can't edit the field, on screen or by the API", async ({ browser }) => {
  const organization = await makeOrganization(agents);
  const manager = await Desk.of(browser, organization.manager);
  const id = await manager.addCustomer("Nora Castell", emailOf("Nora Castell"));
  await manager.link(id, organization.agents.ann);

  const ben = await Desk.of(browser, organization.agents.ben);
  await ben.page.goto(`/customers/${id}`);
  const field = ben.page.getByRole("region", { name: "Dedicated Agent" });
  await expect(field).toContainText("Ann Berg");
  await expect(field).toContainText("You can see this field. A manager can change it.");
  await expect(field.getByRole("combobox")).toHaveCount(0);
  await expect(field.getByRole("button")).toHaveCount(0);

  const { origin } = new URL(process.env["KITH_TEST_URL"] ?? "");
  const path = `/api/v1/customers/${id}/dedicated-agent`;
  const put = await ben.page.request.put(path, { headers: { origin }, data: { agentId: organization.agents.ben.id } });
  expect(put.status()).toBe(403);
  expect((await ben.page.request.delete(path, { headers: { origin } })).status()).toBe(403);
  await ben.page.reload();
  await expect(field).toContainText("Ann Berg");
});

test("the timeline tells who has a conversation and why, live, and it can be moved", async ({ browser }) => {
  const organization = await makeOrganization(agents);
  const manager = await Desk.of(browser, organization.manager);
  const id = await manager.addCustomer("Nora Castell", emailOf("Nora Castell"));
  await manager.addCustomer("Otto First", emailOf("Otto First"));
  await manager.link(id, organization.agents.ann);
  const ann = await Desk.of(browser, organization.agents.ann);
  await ann.openInbox();
  await ann.setStatus("available");

  const { page } = manager;
  await page.goto(`/customers/${id}`);
  await expect(page.getByText("No conversation yet")).toBeVisible();
  const nora = await Visitor.of(browser, organization.chatPath, "Nora Castell");
  await nora.begin("My order has not come.");
  const row = page.getByRole("region", { name: "Timeline" }).getByRole("listitem").filter({ hasText: "My order has not come." });
  await expect(row).toContainText("Open");
  await expect(row).toContainText("Ann Berg");
  await expect(page.getByText("Reached in 1 of the last 1 conversation")).toBeVisible();
  await row.getByRole("button", { name: "Why here?" }).click();
  await expect(row).toContainText(/Ann Berg \(dedicated agent\) had room/);
  await expectAccessible(page);

  await row.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Move to another timeline…" }).click();
  const dialog = page.getByRole("dialog", { name: "Move to another timeline" });
  await dialog.getByRole("combobox").click();
  await page.getByRole("combobox", { name: "Search customers" }).fill("otto");
  await page.getByRole("option", { name: /Otto First/ }).click();
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(page.getByText("Moved to Otto First’s timeline")).toBeVisible();
  await expect(page.getByText("No conversation yet")).toBeVisible();
});

test("customers are found, added and read from the keyboard", async ({ browser }) => {
  const organization = await makeOrganization(agents);
  const manager = await Desk.of(browser, organization.manager);
  await manager.addCustomer("Nora Castell", emailOf("Nora Castell"));
  const { page } = manager;
  await page.goto("/customers");
  await page.getByRole("button", { name: "New customer" }).click();
  const dialog = page.getByRole("dialog", { name: "New customer" });
  await dialog.getByRole("button", { name: "Create customer" }).click();
  await expect(dialog.getByText("The name must not be empty.")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await dialog.getByLabel("Name").fill("Otto First");
  await dialog.getByLabel("E-mail").fill(emailOf("Nora Castell"));
  await dialog.getByRole("button", { name: "Create customer" }).click();
  await expect(dialog.getByText("The e-mail belongs to another customer.")).toBeVisible();
  await expect(dialog.getByLabel("E-mail")).toBeFocused();
  await dialog.getByLabel("E-mail").fill(emailOf("Otto First"));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Otto First" })).toBeVisible();

  await page.goto("/customers");
  await expect(page.getByRole("link", { name: "Otto First" })).toBeVisible();
  // What the server has sent hears no keys yet.
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("castell");
  await expect(page.getByRole("link", { name: "Otto First" })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Nora Castell" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Nora Castell" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox", { name: "Search customers" })).toHaveValue("castell");
  await page.getByRole("searchbox", { name: "Search customers" }).fill("nobody like this");
  await expect(page.getByText("Nobody matches “nobody like this”")).toBeVisible();
});

test("axe finds nothing in the list, the profile and the picker, wide and narrow", async ({ browser }) => {
  const organization = await makeOrganization(agents);
  const manager = await Desk.of(browser, organization.manager);
  const id = await manager.addCustomer("Nora Castell", emailOf("Nora Castell"));
  await manager.link(id, organization.agents.ann);
  const { page } = manager;
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto("/customers");
    await expect(page.getByRole("link", { name: "Nora Castell" })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.goto(`/customers/${id}`);
    await page.getByRole("combobox", { name: "Dedicated Agent" }).click();
    await expect(page.getByRole("option", { name: /Ann Berg/ })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
});
