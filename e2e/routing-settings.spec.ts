import type { Browser, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization, type Person } from "./support/organization";
import { expect, test } from "./support/test";

const address = "/settings/platform/routing/settings";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

async function settingsOf(browser: Browser, person: Person, options: { viewport?: { width: number; height: number } } = {}): Promise<Page> {
  const { page } = await Desk.of(browser, person, options);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Routing" })).toBeVisible();
  return page;
}

const slider = (page: Page, channel: string): Locator => page.getByRole("slider", { name: `${channel}: how long to wait` });
const exactly = (page: Page, channel: string): Locator => page.getByRole("textbox", { name: `${channel}: how long to wait, exactly` });
const save = (page: Page): Locator => page.getByRole("button", { name: "Save Changes" });

async function type(page: Page, channel: string, text: string): Promise<void> {
  await exactly(page, channel).fill(text);
  await exactly(page, channel).press("Enter");
}

test("an admin sets chat to 5 s and saves; it stays", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0]);
  await expect(exactly(page, "Chat")).toHaveValue("5 min");
  await expect(save(page)).toHaveCount(0);

  await type(page, "Chat", "5");
  await expect(page.getByText("1 change", { exact: true })).toBeVisible();
  await expect(slider(page, "Chat")).toHaveAttribute("aria-valuetext", "5 seconds");
  await save(page).click();
  await expect(page.getByText("No conversation is waiting for a dedicated agent now.")).toBeVisible();
  await expect(save(page)).toHaveCount(0);

  await page.reload();
  await expect(exactly(page, "Chat")).toHaveValue("5 s");
  await expect(page.getByText("by Ada Winter")).toBeVisible();
  await page.getByRole("button", { name: "Reset Chat to default" }).click();
  await expect(exactly(page, "Chat")).toHaveValue("5 min");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(exactly(page, "Chat")).toHaveValue("5 s");
});

test("the slider goes by keys through values people say, and is not trapped at either end", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 5);
  const page = await settingsOf(browser, admins[0]);
  const chat = slider(page, "Chat");
  await chat.focus();
  const says = async (key: string, spoken: string, written: string) => {
    await page.keyboard.press(key);
    await expect(chat).toHaveAttribute("aria-valuetext", spoken);
    await expect(exactly(page, "Chat")).toHaveValue(written);
  };
  await says("ArrowLeft", "5 seconds", "5 s");
  await says("ArrowRight", "10 seconds", "10 s");
  await says("PageUp", "45 seconds", "45 s");
  await says("End", "60 minutes", "60 min");
  await says("ArrowUp", "60 minutes", "60 min");
  await says("ArrowDown", "45 minutes", "45 min");
  await says("PageDown", "10 minutes", "10 min");
  await says("Home", "5 seconds", "5 s");
  // Back to what was saved: nothing is left to save.
  await expect(save(page)).toHaveCount(0);
});

test("the exact field takes durations as people type them, and keeps a value between two stops", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0]);
  for (const [typed, written, spoken] of [
    ["90", "1 min 30 s", "1 minute 30 seconds"],
    ["1:40", "1 min 40 s", "1 minute 40 seconds"],
    ["2m 5s", "2 min 5 s", "2 minutes 5 seconds"],
    ["60 min", "60 min", "60 minutes"],
  ] as const) {
    await type(page, "Chat", typed);
    await expect(exactly(page, "Chat")).toHaveValue(written);
    await expect(slider(page, "Chat")).toHaveAttribute("aria-valuetext", spoken);
  }
  await type(page, "Chat", "1:40");
  await slider(page, "Chat").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(exactly(page, "Chat")).toHaveValue("1 min 30 s");

  await type(page, "Chat", "2 hours");
  await expect(page.getByText("Too short or too long. Type it like 90, 90s, 1m 30s, 1:30 or 5 min; from 5 s to 60 min.")).toBeVisible();
  await save(page).click();
  await expect(exactly(page, "Chat")).toBeFocused();
  await expect(exactly(page, "Chat")).toHaveValue("2 hours");
  await type(page, "Chat", "1:30");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("one choice for all channels", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0]);
  await page.getByRole("button", { name: "Set all channels to…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("45s");
  await dialog.getByRole("combobox", { name: "All channels: when unavailable or offline" }).click();
  await page.getByRole("option", { name: /^Wait for the channel timeout/ }).click();
  await dialog.getByRole("button", { name: "Set all" }).click();
  await expect(exactly(page, "Chat")).toHaveValue("45 s");
  await expect(exactly(page, "Email")).toHaveValue("45 s");
  await expect(page.getByText("4 changes", { exact: true })).toBeVisible();
});

test("who leaves with unsaved changes is asked, by link, by the way back and by reloading", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const { page } = await Desk.of(browser, admins[0]);
  const toSettings = async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
    await page.getByRole("navigation", { name: "Routing" }).getByRole("link", { name: "Settings" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  };
  await page.goto("/customers");
  await toSettings();
  await page.getByRole("switch", { name: "Dedicated Agent", exact: true }).click();
  await expect(page.getByText("1 change", { exact: true })).toBeVisible();

  const question = page.getByRole("alertdialog", { name: "Leave without saving?" });
  await page.getByRole("link", { name: "Customers" }).click();
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByText("1 change", { exact: true })).toBeVisible();

  await page.evaluate(() => window.history.back());
  await expect(question).toBeVisible();
  await question.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));

  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;

  await page.getByRole("link", { name: "Customers" }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await toSettings();
  await expect(page.getByRole("switch", { name: "Dedicated Agent", exact: true })).toBeChecked();
});

test("of two who save, the second sees what differs, and nobody's change is lost in silence", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const [ada, ole] = [await settingsOf(browser, admins[0]), await settingsOf(browser, admins[1])];
  await type(ada, "Chat", "5 s");
  await type(ole, "Chat", "2 min");
  await type(ole, "Email", "10 min");
  await save(ole).click();
  await expect(ole.getByText("Saved", { exact: true })).toBeVisible();

  await expect(ada.getByText("Ole Sommer saved meanwhile; saving shows what differs")).toBeVisible();
  await save(ada).click();
  const dialog = ada.getByRole("alertdialog", { name: "Ole Sommer saved meanwhile" });
  await expect(dialog.getByRole("radio", { name: /Mine 5 s/ })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: /Ole Sommer 2 min before: 5 min/ })).toBeVisible();
  await expect(dialog.getByText("Email: wait: 5 min → 10 min")).toBeVisible();
  await dialog.getByRole("button", { name: "Keep mine on top of theirs" }).click();
  await expect(ada.getByText("Saved", { exact: true })).toBeVisible();
  await expect(exactly(ada, "Chat")).toHaveValue("5 s");
  await expect(exactly(ada, "Email")).toHaveValue("10 min");
  // Seen by the other without a reload.
  await expect(exactly(ole, "Chat")).toHaveValue("5 s");
});

test("a manager sees the settings and can't change them; an agent sees who can help", async ({ browser }) => {
  const { manager, agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } }, 300);
  const page = await settingsOf(browser, manager);
  await expect(page.getByText("You can see these settings. An administrator can change them.")).toBeVisible();
  await expect(exactly(page, "Chat")).toBeDisabled();
  await expect(slider(page, "Chat")).toBeDisabled();

  const ann = await Desk.of(browser, agents.ann);
  await ann.page.goto(address);
  await expect(ann.page.getByText("You can’t see the routing settings")).toBeVisible();
  await expect(ann.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Settings" })).toHaveCount(0);
  expect((await ann.page.request.get("/api/v1/routing-settings")).status()).toBe(403);
});

test("axe finds nothing in the settings, wide and narrow, changed and asked", async ({ browser }) => {
  const { admins } = await makeOrganization({}, 300);
  const page = await settingsOf(browser, admins[0]);
  await expectAccessible(page);
  await type(page, "Chat", "1 h 5 min");
  await expect(page.getByText(/^Too short or too long/)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "Customers" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page);
});
