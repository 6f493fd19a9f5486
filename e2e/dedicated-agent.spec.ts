import type { Browser } from "@playwright/test";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { emailOf, Visitor } from "./support/visitor";
import { expect, test } from "./support/test";

// The four rows of the routing contract's table, each from a customer's browser to an agent's and back, in real time.

const timeoutSeconds = 5;
const customer = "Nora Castell";
/** Live, and not when somebody reloads. How fast it is, on a machine that does nothing else, the bench tells. */
const seenWithinMs = 5_000;

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

/** Ann and Ben at their inboxes, Ann with one place and five for Ben; Nora is Ann's, unless she is nobody's. */
async function story(browser: Browser, { isLinked }: { isLinked: boolean }) {
  const organization = await makeOrganization(
    { ann: { name: "Ann Berg", capacity: 1 }, ben: { name: "Ben Okoro", capacity: 5 } },
    timeoutSeconds,
  );
  const { ann, ben } = organization.agents;
  const manager = await Desk.of(browser, organization.manager);
  const customerId = await manager.addCustomer(customer, emailOf(customer));
  if (isLinked) await manager.link(customerId, ann);
  const desks = { ann: await Desk.of(browser, ann), ben: await Desk.of(browser, ben) };
  await Promise.all([desks.ann.openInbox(), desks.ben.openInbox()]);
  const nora = await Visitor.of(browser, organization.chatPath, customer);
  return { organization, manager, ...desks, nora };
}

/** Ann's one place is taken by a conversation that she opened herself. */
async function fill(ann: Desk): Promise<void> {
  await ann.addCustomer("Otto First", emailOf("Otto First"));
  await ann.call("POST", "/api/v1/conversations", {
    customer: { email: emailOf("Otto First") },
    channel: "chat",
    text: "You asked me to write.",
    author: "agent",
  });
  await expect(ann.row("Mine", "Otto First")).toBeVisible();
}

test("no dedicated agent: to whoever is free, seen and answered live", async ({ browser }) => {
  const { ben, nora } = await story(browser, { isLinked: false });
  await ben.setStatus("available");

  const sentAt = await nora.begin("My order has not come.");
  await ben.row("Mine", customer).waitFor();
  expect(Date.now() - sentAt).toBeLessThan(seenWithinMs);
  await expect(ben.page.getByText(`${customer} was routed to you`)).toBeVisible();
  await expect(ben.page).toHaveTitle("(1) Inbox · Kith");
  await nora.isTold("Ben Okoro has joined");

  await ben.row("Mine", customer).click();
  await expect(ben.page).toHaveTitle("Inbox · Kith");
  await expect(ben.whyHere).toContainText("No dedicated agent.");
  await ben.composer.fill("I am looking into it.");
  await ben.composer.press("Control+Enter");
  await nora.sees("I am looking into it.");

  await nora.write("Thank you!");
  await expect(ben.conversation.getByText("Thank you!", { exact: true })).toBeVisible();
});

test("dedicated agent offline: to another at once", async ({ browser }) => {
  const { ann, ben, nora } = await story(browser, { isLinked: true });
  await ben.setStatus("available");

  const sentAt = await nora.begin("Is Ann there?");
  await ben.row("Mine", customer).waitFor();
  expect(Date.now() - sentAt).toBeLessThan(seenWithinMs);
  await nora.isTold("Ben Okoro has joined");
  await expect(ann.row("Mine", customer)).toHaveCount(0);
  await ben.row("Mine", customer).click();
  await expect(ben.whyHere).toContainText("Ann Berg (dedicated agent) was offline.");
});

test("dedicated agent there with room: to them, though another has more room", async ({ browser }) => {
  const { ann, ben, nora } = await story(browser, { isLinked: true });
  await ben.setStatus("available");
  await ann.setStatus("available");

  const sentAt = await nora.begin("It is me again.");
  await ann.row("Mine", customer).waitFor();
  expect(Date.now() - sentAt).toBeLessThan(seenWithinMs);
  await nora.isTold("Ann Berg has joined");
  await expect(ben.row("Mine", customer)).toHaveCount(0);
  await ann.row("Mine", customer).click();
  await expect(ann.whyHere).toContainText(/Ann Berg \(dedicated agent\) had room.*: assigned to Ann Berg/);
});

test("dedicated agent full: it waits for them, they finish one and have it", async ({ browser }) => {
  const { ann, ben, nora } = await story(browser, { isLinked: true });
  await ben.setStatus("available");
  await ann.setStatus("available");
  await fill(ann);
  await ann.row("Mine", "Otto First").click();
  await expect(ann.conversation.getByRole("button", { name: "Done" })).toBeVisible();

  await nora.begin("Only Ann knows about this.");
  const waiting = ann.row("Waiting for me", customer);
  await waiting.waitFor();
  await expect(waiting).toContainText(/0:0[1-5]/);
  await nora.isTold("Finding someone for you…");
  await ann.conversation.getByRole("button", { name: "Done" }).click();

  await ann.row("Mine", customer).waitFor();
  await expect(waiting).toHaveCount(0);
  await nora.isTold("Ann Berg has joined");
  await expect(ben.row("Mine", customer)).toHaveCount(0);
  await ann.row("Mine", customer).click();
  await expect(ann.whyHere).toContainText(/at capacity, 1 of 1/);
  await expect(ann.whyHere).toContainText(/then Ann Berg had room: assigned to Ann Berg/);
});

test("dedicated agent full for the whole timeout: to another, then and not before", async ({ browser }) => {
  const { ann, ben, nora } = await story(browser, { isLinked: true });
  await ben.setStatus("available");
  await ann.setStatus("available");
  await fill(ann);

  const sentAt = await nora.begin("Can somebody help?");
  await ann.row("Waiting for me", customer).click();
  await expect(ann.conversation).toContainText(/Waiting for Ann Berg · 0:0[1-5] left/);
  await expect(ann.composer).toHaveCount(0);

  await ben.row("Mine", customer).waitFor();
  const waitedSeconds = (Date.now() - sentAt) / 1000;
  // The wait began before the answer to the first message came back.
  expect(waitedSeconds).toBeGreaterThan(timeoutSeconds - 1);
  expect(waitedSeconds).toBeLessThan(timeoutSeconds + 2);
  await nora.isTold("Ben Okoro has joined");
  await expect(ann.row("Waiting for me", customer)).toHaveCount(0);
  await expect(ann.conversation).toContainText("Assigned to Ben Okoro");
  await ben.row("Mine", customer).click();
  await expect(ben.whyHere).toContainText("for Ann Berg (dedicated agent), until the time was up. Assigned to Ben Okoro");
});

test("a manager routes a waiting conversation now", async ({ browser }) => {
  const { ann, ben, manager, nora } = await story(browser, { isLinked: true });
  await ben.setStatus("unavailable");
  await ann.setStatus("available");
  await fill(ann);
  await manager.openInbox();

  await nora.begin("There is no hurry.");
  await manager.page.getByRole("button", { name: /Waiting for others/ }).click();
  await manager.row("Waiting for others", customer).click();
  await manager.conversation.getByRole("button", { name: "Route now" }).click();
  await expect(manager.conversation).toContainText("In line in Everything");

  await ben.setStatus("available");
  await ben.row("Mine", customer).waitFor();
  await nora.isTold("Ben Okoro has joined");
  await expect(manager.whyHere).toContainText("Mara Keller pressed Route now.");
});
