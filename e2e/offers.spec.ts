import type { Browser } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { addQueue, letAgentsAccept } from "./support/routing";
import { emailOf, Visitor } from "./support/visitor";
import { expect, test } from "./support/test";

const customer = "Nora Castell";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

/** Ann and Ben at their inboxes, both offline, and an admin who can set what the story needs. */
async function story(browser: Browser) {
  const organization = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 }, ben: { name: "Ben Okoro", capacity: 5 } });
  const admin = await Desk.of(browser, organization.admins[0]);
  const ann = await Desk.of(browser, organization.agents.ann);
  const ben = await Desk.of(browser, organization.agents.ben);
  await Promise.all([ann.openInbox(), ben.openInbox()]);
  const nora = await Visitor.of(browser, organization.chatPath, customer);
  return { organization, admin, ann, ben, nora };
}

test("agents accept: the one who is asked declines, the next one accepts by a key and writes", async ({ browser }) => {
  const { organization, admin, ann, ben, nora } = await story(browser);
  await letAgentsAccept(admin, 60);
  const manager = await Desk.of(browser, organization.manager);
  await manager.openInbox();
  await ann.setStatus("available");

  await nora.begin("Where is my order?");
  await ann.row("Offered to you", customer).waitFor();
  await expect(ann.page.getByText(`${customer} is offered to you`)).toBeVisible();
  await expect(ann.page).toHaveTitle("(1) Inbox · Kith");
  await expect(ann.page.getByRole("navigation", { name: "Main" })).toContainText("1 offered to you");
  await expect(ann.page.getByText("My load: 1 of 5")).toBeVisible();
  await nora.isTold("Finding someone for you…");

  // The manager sees who is asked, and so do the others; none but Ann can answer.
  await ben.setStatus("available");
  for (const desk of [manager, ben]) {
    await desk.page.getByRole("button", { name: /Offered to others/ }).click();
    await desk.row("Offered to others", customer).click();
    await expect(desk.conversation).toContainText(/Offered to Ann Berg · 0:\d\d left/);
    await expect(desk.conversation.getByRole("button", { name: "Accept" })).toHaveCount(0);
  }
  await expect(ben.composer).toHaveCount(0);
  await expect(ben.conversation).toContainText("Ann Berg is asked to take it. A manager can assign it to you.");
  await expect(manager.conversation.getByRole("button", { name: "Assign to…" })).toBeVisible();

  await ann.row("Offered to you", customer).click();
  await expect(ann.conversation).toContainText(/Offered to you · 0:\d\d left/);
  await expect(ann.composer).toHaveCount(0);
  await ann.conversation.getByRole("button", { name: "Decline" }).click();
  await expect(ann.page.getByText(`Declined: ${customer}`)).toBeVisible();
  await expect(ann.page.getByText("Ben Okoro is asked now.")).toBeVisible();
  await expect(ann.row("Offered to you", customer)).toHaveCount(0);
  await expect(ann.conversation).toContainText("Offered to Ben Okoro");
  await expect(ann.page).toHaveTitle("Inbox · Kith");

  await expect(ben.conversation).toContainText("Offered to you");
  await ben.page.locator("body").press("a");
  await expect(ben.composer).toBeFocused();
  await expect(ben.row("Mine", customer)).toHaveAttribute("aria-current", "true");
  await nora.isTold("Ben Okoro has joined");
  await expect(ben.page.getByText(`${customer} was routed to you`)).toHaveCount(0);
  await expect(ben.whyHere).toContainText("The offer stands for 1 min.");
  await expect(ben.whyHere).toContainText("Ann Berg declined it.");
  await expect(ben.whyHere).toContainText("Ben Okoro accepted it");
  await expect(ann.conversation).toContainText("Assigned to Ben Okoro");
});

test("an offer nobody answers lapses: who was asked is told why they are unavailable, and comes back", async ({ browser }) => {
  const { admin, ann, nora } = await story(browser);
  await letAgentsAccept(admin, 5);
  await ann.setStatus("available");
  await nora.begin("Hello?");
  await ann.row("Offered to you", customer).waitFor();

  const notice = ann.page.getByRole("status").filter({ hasText: "You didn’t answer an offer in time and are now unavailable." });
  await expect(notice).toBeVisible();
  await expect(ann.page.getByRole("combobox", { name: "My status" })).toHaveText("Unavailable");
  await expect(ann.row("Offered to you", customer)).toHaveCount(0);
  await expect(ann.row("In line", customer)).toBeVisible();
  await expect(ann.page.getByText(`${customer} is offered to you`)).toHaveCount(0);
  await ann.page.reload();
  await expect(notice).toBeVisible();
  await expectAccessible(ann.page);

  await letAgentsAccept(admin, 60);
  await ann.page.getByRole("button", { name: "Go available" }).click();
  await expect(notice).toHaveCount(0);
  await ann.page.getByRole("listitem").filter({ hasText: `${customer} is offered to you` }).getByRole("button", { name: "Accept" }).click();
  await expect(ann.composer).toBeFocused();
  await nora.isTold("Ann Berg has joined");
});

test("an offer that is over elsewhere says so, and cannot be accepted any more", async ({ browser }) => {
  const { organization, admin, ann, nora } = await story(browser);
  await letAgentsAccept(admin, 60);
  await ann.setStatus("available");
  await nora.begin("It is urgent.");
  const second = await ann.page.context().newPage();
  await second.goto("/customers");
  await expect(second.getByText(`${customer} is offered to you`)).toBeVisible();

  // The admin gives it to Ben while Ann's answer is on its way.
  await ann.page.route("**/accept", async (route) => {
    const id = route.request().url().split("/").at(-2) ?? "";
    await admin.call("POST", `/api/v1/conversations/${id}/assign`, { agentId: organization.agents.ben.id });
    await route.continue();
  });
  await ann.page.getByRole("list", { name: "Offered to you" }).getByRole("button", { name: "Accept" }).click();
  await expect(ann.page.getByText("Not accepted: This conversation is not offered to you any more.")).toBeVisible();
  await expect(ann.page.getByText(`Ben Okoro has ${customer} now`)).toBeVisible();
  await expect(ann.row("Offered to you", customer)).toHaveCount(0);
  await expect(second.getByText(`Ben Okoro has ${customer} now`)).toBeVisible();
  await expect(second.getByText(`${customer} is offered to you`)).toHaveCount(0);
});

test("an organization's own statuses are chosen under their types, and shown by their names", async ({ browser }) => {
  const { admin, ann, organization, ben } = await story(browser);
  const statuses = [
    { name: "Lunch", type: "unavailable" },
    { name: "E-mail only", type: "available" },
  ];
  await admin.call("PUT", "/api/v1/custom-statuses", { version: 1, statuses });
  const status = ann.page.getByRole("combobox", { name: "My status" });
  await status.click();
  await expect(ann.page.getByRole("option")).toHaveText([/^Available/, /^E-mail only/, /^Busy/, /^Unavailable/, /^Lunch/, /^Offline/]);
  await expectAccessible(ann.page);
  await ann.page.getByRole("option", { name: "Lunch (Unavailable)" }).click();
  await expect(status).toHaveText("Lunch");

  const customerId = await admin.addCustomer(customer, emailOf(customer));
  await admin.link(customerId, organization.agents.ann);
  await ben.page.goto(`/customers/${customerId}`);
  await expect(ben.page.getByText("Lunch · 0 of 5")).toBeVisible();

  await ann.page.reload();
  await expect(status).toHaveText("Lunch");
  await ann.setStatus("unavailable");
  await expect(status).toHaveText("Unavailable");
  await expect(ben.page.getByText("Unavailable · 0 of 5")).toBeVisible();
});

test("an agent transfers their own conversation to a queue, and a manager anybody's", async ({ browser }) => {
  const { organization, admin, ann, ben, nora } = await story(browser);
  await addQueue(admin, "Billing");
  await ann.setStatus("available");
  await nora.begin("My invoice is wrong.");
  await ann.row("Mine", customer).click();
  await ben.setStatus("available");

  await ann.conversation.getByRole("button", { name: "Transfer…" }).click();
  await expect(ann.page.getByRole("option", { name: "Everything" })).toContainText("its queue");
  await ann.page.keyboard.type("bill");
  await ann.page.keyboard.press("Enter");
  await expect(ann.page.getByText(`Transferred to Billing: ${customer}`)).toBeVisible();
  await expect(ann.page.getByText("Ben Okoro has it now.")).toBeVisible();
  await expect(ann.row("Mine", customer)).toHaveCount(0);
  await expect(ann.conversation.getByRole("button", { name: "Transfer…" })).toHaveCount(0);
  await nora.isTold("Ben Okoro has joined");

  await ben.row("Mine", customer).click();
  await expect(ben.whyHere).toContainText("Ann Berg transferred it to the queue Billing, from Ann Berg.");
  const manager = await Desk.of(browser, organization.manager);
  await manager.openInbox(new URL(ben.page.url()).pathname);
  await manager.conversation.getByRole("button", { name: "Assign to…" }).click();
  await manager.page.getByRole("option", { name: "Transfer to queue…" }).click();
  await expectAccessible(manager.page);
  await manager.page.getByRole("option", { name: "Everything" }).click();
  await expect(manager.page.getByText(`Transferred to Everything: ${customer}`)).toBeVisible();
  await ann.row("Mine", customer).waitFor();
});

test("axe finds nothing where something is offered, wide or on a phone", async ({ browser }) => {
  const { admin, ann, nora } = await story(browser);
  await letAgentsAccept(admin, 300);
  await ann.setStatus("available");
  await nora.begin("Is my tent on its way?");
  await ann.row("Offered to you", customer).waitFor();
  await expectAccessible(ann.page);
  await ann.row("Offered to you", customer).click();
  await expect(ann.whyHere).toContainText("The offer stands for 5 min.");
  await expectAccessible(ann.page);
  await ann.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(ann.page);
  const overflow = await ann.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await ann.conversation.getByRole("button", { name: "Back to the list" }).click();
  await expectAccessible(ann.page);
});
