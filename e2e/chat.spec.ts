import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { emailOf, Visitor } from "./support/visitor";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

const oneAgent = { ann: { name: "Ann Berg", capacity: 5 } };

test("the form says what is missing, and keeps what was written through a reload", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  const { page } = lena;
  await expect(page.getByText(organization.name).first()).toBeVisible();
  await page.getByLabel("Message").fill("My parcel is late.");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Start the conversation" }).click();
  await expect(page.getByText("Please tell us your name.")).toBeVisible();
  await expect(page.getByText("Please give an e-mail address, like ann@example.com.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toBeFocused();
  await page.reload();
  await expect(page.getByLabel("Message")).toHaveValue("My parcel is late.");
});

test("a first message whose answer is lost begins one conversation when it is sent again", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const ann = await Desk.of(browser, organization.agents.ann);
  await ann.openInbox();
  await ann.setStatus("available");
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  let lost = 0;
  await lena.page.route("**/conversations", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await lena.page.getByLabel("Your name").fill(lena.name);
  await lena.page.getByLabel("E-mail").fill(lena.email);
  await lena.page.getByLabel("Message").fill("Just one of me.");
  await lena.page.getByRole("button", { name: "Start the conversation" }).click();
  await expect(lena.page.getByText("What you wrote is still here.")).toBeVisible();
  await lena.page.getByRole("button", { name: "Start the conversation" }).click();
  await lena.sees("Just one of me.");
  await expect(ann.row("Mine", "Lena Fox")).toHaveCount(1);
});

test("the conversation is still there after a reload, and reopens when the customer writes again", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const ann = await Desk.of(browser, organization.agents.ann);
  await ann.openInbox();
  await ann.setStatus("available");
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  await lena.begin("Hello");
  await lena.isTold("Ann Berg has joined");
  await lena.page.reload();
  await lena.sees("Hello");

  await ann.row("Mine", "Lena Fox").click();
  await ann.conversation.getByRole("button", { name: "Done" }).click();
  await lena.isTold("This conversation is done. Write again to reopen it.");
  await lena.write("One more thing");
  await lena.isTold("Ann Berg has joined");
  await expect(ann.row("Mine", "Lena Fox")).toBeVisible();
});

test("a message written while the server can't be reached is kept and sent once it can", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  await lena.begin("Hello");
  await lena.page.context().setOffline(true);
  await lena.page.getByRole("textbox", { name: "Message" }).fill("Are you there?");
  await lena.page.keyboard.press("Enter");
  await expect(lena.page.getByRole("alert").filter({ hasText: "Not sent" })).toBeVisible();
  await lena.page.context().setOffline(false);
  await expect(lena.page.getByRole("alert").filter({ hasText: "Not sent" })).toHaveCount(0);
  await expect(lena.page.getByRole("log").getByText("Are you there?", { exact: true })).toHaveCount(1);
  await expect(lena.page.getByText("The connection was lost.")).toHaveCount(0);
});

test("an unknown address is no page, and tells nothing", async ({ page }) => {
  const response = await page.goto("/chat/no-such-organization");
  expect(response?.status()).toBe(404);
  await expect(page.getByText("There is no chat at this address")).toBeVisible();
});

test("another browser with the same name and e-mail sees nothing of the conversation", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  await lena.begin("My secret is 4711.");
  const other = await Visitor.of(browser, organization.chatPath, "Lena Fox");
  expect(other.email).toBe(emailOf("Lena Fox"));
  await expect(other.page.getByRole("button", { name: "Start the conversation" })).toBeVisible();
  await other.begin("I say that I am Lena.");
  await expect(other.page.getByText("My secret is 4711.")).toHaveCount(0);
});

test("axe finds nothing on the chat page, before and after writing, wide and narrow", async ({ browser }) => {
  const organization = await makeOrganization(oneAgent);
  const lena = await Visitor.of(browser, organization.chatPath, "Lena Fox", { viewport: { width: 360, height: 740 } });
  await expectAccessible(lena.page);
  await lena.page.getByRole("button", { name: "Start the conversation" }).click();
  await expect(lena.page.getByText("Please tell us your name.")).toBeVisible();
  await expectAccessible(lena.page);
  await lena.begin("Hello");
  await expectAccessible(lena.page);
  const overflow = await lena.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await lena.page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(lena.page);
});
