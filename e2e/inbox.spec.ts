import type { Browser } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { Visitor } from "./support/visitor";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

/** Ann, available at her inbox, and the conversations that customers have with her. */
async function annWith(browser: Browser, customers: readonly string[], options: { viewport?: { width: number; height: number } } = {}) {
  const organization = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, organization.agents.ann, options);
  await ann.openInbox();
  await ann.setStatus("available");
  const visitors: Visitor[] = [];
  for (const name of customers) {
    const visitor = await Visitor.of(browser, organization.chatPath, name);
    await visitor.begin(`${name} has a question.`);
    await expect(ann.row("Mine", name)).toBeVisible();
    visitors.push(visitor);
  }
  return { organization, ann, visitors };
}

test("nothing is routed to an offline agent, and the inbox says what to do", async ({ browser }) => {
  const organization = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const ann = await Desk.of(browser, organization.agents.ann);
  await ann.openInbox();
  await expect(ann.page.getByText("Nothing is routed to you now")).toBeVisible();
  await expect(ann.page.getByText("Set your status to Available to be given conversations.")).toBeVisible();
  await ann.setStatus("available");
  await expect(ann.page.getByText("The next conversation for you comes here by itself.")).toBeVisible();
});

test("Done is done at once and can be undone", async ({ browser }) => {
  const { ann } = await annWith(browser, ["Lena Fox"]);
  await ann.row("Mine", "Lena Fox").click();
  await expect(ann.conversation).toContainText("Assigned to you");
  await ann.page.keyboard.press("e");
  await expect(ann.row("Mine", "Lena Fox")).toHaveCount(0);
  await expect(ann.conversation.getByRole("heading")).toContainText("Done");

  await ann.page.getByRole("button", { name: "Undo" }).click();
  await expect(ann.row("Mine", "Lena Fox")).toBeVisible();
  await expect(ann.conversation.getByRole("heading")).toContainText("Open");
});

test("a snoozed conversation leaves Mine, weighs nothing, and can be taken back", async ({ browser }) => {
  const { ann } = await annWith(browser, ["Lena Fox"]);
  await expect(ann.page.getByText("My load: 1 of 5")).toBeVisible();
  await ann.row("Mine", "Lena Fox").click();
  await ann.conversation.getByRole("button", { name: "Snooze" }).click();
  await ann.page.getByRole("menuitem", { name: /^Tomorrow/ }).click();
  await expect(ann.row("Mine", "Lena Fox")).toHaveCount(0);
  await expect(ann.conversation).toContainText("Snoozed until");
  await expect(ann.page.getByText("My load: 0 of 5")).toBeVisible();

  await ann.conversation.getByRole("button", { name: "Reopen" }).click();
  await expect(ann.row("Mine", "Lena Fox")).toBeVisible();
  await expect(ann.page.getByText("My load: 1 of 5")).toBeVisible();
});

test("from the keyboard alone: through the list, open, reply, done", async ({ browser }) => {
  const { ann, visitors } = await annWith(browser, ["Lena Fox", "Max Stone"]);
  await ann.page.locator("body").press("j");
  await expect(ann.row("Mine", "Lena Fox")).toBeFocused();
  await ann.page.keyboard.press("j");
  await ann.page.keyboard.press("ArrowUp");
  await ann.page.keyboard.press("ArrowDown");
  await expect(ann.row("Mine", "Max Stone")).toBeFocused();
  await ann.page.keyboard.press("Enter");
  await expect(ann.conversation.getByText("Max Stone has a question.", { exact: true })).toBeVisible();
  await ann.page.keyboard.press("r");
  await expect(ann.composer).toBeFocused();
  await ann.page.keyboard.type("Here is the answer; e, j and k are letters here.");
  await ann.page.keyboard.press("Control+Enter");
  await visitors[1]?.sees("Here is the answer; e, j and k are letters here.");
  await expect(ann.composer).toHaveValue("");
  await ann.page.keyboard.press("Escape");
  await ann.page.keyboard.press("e");
  await expect(ann.row("Mine", "Max Stone")).toHaveCount(0);
  await visitors[1]?.isTold("This conversation is done. Write again to reopen it.");

  await ann.page.keyboard.press("?");
  const help = ann.page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await help.getByRole("switch", { name: "Single-key shortcuts" }).click();
  await ann.page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await ann.page.keyboard.press("?");
  await expect(help).toBeHidden();
});

test("what is open stays open and where it was while others come", async ({ browser }) => {
  const { organization, ann } = await annWith(browser, ["Lena Fox"]);
  await ann.row("Mine", "Lena Fox").click();
  await ann.composer.fill("Half a sentence");
  const before = await ann.row("Mine", "Lena Fox").boundingBox();
  const max = await Visitor.of(browser, organization.chatPath, "Max Stone");
  await max.begin("Hello?");
  await expect(ann.row("Mine", "Max Stone")).toBeVisible();
  expect(await ann.row("Mine", "Lena Fox").boundingBox()).toEqual(before);
  await expect(ann.row("Mine", "Lena Fox")).toHaveAttribute("aria-current", "true");
  await expect(ann.composer).toBeFocused();
  await expect(ann.composer).toHaveValue("Half a sentence");

  // Each conversation keeps its own draft, through a reload too.
  await ann.row("Mine", "Max Stone").click();
  await expect(ann.composer).toHaveValue("");
  await ann.page.goBack();
  await expect(ann.composer).toHaveValue("Half a sentence");
  await ann.page.reload();
  await expect(ann.composer).toHaveValue("Half a sentence");
});

test("a reply whose answer is lost is kept, sent again and arrives once", async ({ browser }) => {
  const { ann, visitors } = await annWith(browser, ["Lena Fox"]);
  await ann.row("Mine", "Lena Fox").click();
  let lost = 0;
  await ann.page.route("**/messages", async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await ann.composer.fill("Only once, please.");
  await ann.composer.press("Control+Enter");
  await expect(ann.conversation.getByRole("alert")).toContainText("Not sent");
  await ann.conversation.getByRole("button", { name: "Send again" }).click();
  await expect(ann.conversation.getByRole("alert")).toHaveCount(0);
  await expect(ann.conversation.getByRole("log").getByText("Only once, please.", { exact: true })).toHaveCount(1);
  await visitors[0]?.sees("Only once, please.");
  await expect(visitors[0]?.page.getByText("Only once, please.", { exact: true }) ?? ann.page.locator("none")).toHaveCount(1);
});

test("one pane at a time on a phone, with ways back", async ({ browser }) => {
  const { ann } = await annWith(browser, ["Lena Fox"], { viewport: { width: 360, height: 740 } });
  await ann.row("Mine", "Lena Fox").click();
  await expect(ann.composer).toBeVisible();
  await expect(ann.row("Mine", "Lena Fox")).toBeHidden();
  await ann.conversation.getByRole("button", { name: "Customer and decisions" }).click();
  await expect(ann.whyHere).toContainText("No dedicated agent.");
  await expect(ann.composer).toBeHidden();
  await ann.page.getByRole("button", { name: "Back to the conversation" }).click();
  const overflow = await ann.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await ann.conversation.getByRole("button", { name: "Back to the list" }).click();
  await expect(ann.row("Mine", "Lena Fox")).toBeVisible();
});

test("axe finds nothing in the inbox, empty, open or on a phone", async ({ browser }) => {
  const { ann } = await annWith(browser, ["Lena Fox", "Max Stone"]);
  await expectAccessible(ann.page);
  await ann.row("Mine", "Lena Fox").click();
  await expect(ann.whyHere).toContainText("No dedicated agent.");
  await expectAccessible(ann.page);
  await ann.page.keyboard.press("?");
  await expect(ann.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectAccessible(ann.page);
  await ann.page.keyboard.press("Escape");
  await ann.page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(ann.page);
});
