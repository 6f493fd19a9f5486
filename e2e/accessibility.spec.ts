import { routingPath, routingTabs } from "@/components/layout/routing-tabs";
import { settingsPlaces } from "@/components/layout/settings-places";
import { expectAccessible } from "./support/axe";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, makeOrganization } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

/** A new place in the settings is among them by itself. */
const settings = [...settingsPlaces.filter(({ href }) => href !== routingPath), ...routingTabs].map(({ href }) => href);

test("axe finds nothing on any page of the desk, light and dark, wide and on a phone, where nothing is cut off", async ({ browser }) => {
  test.slow();
  const { admins, chatPath, agents } = await makeOrganization({ bea: { name: "Bea Agent", capacity: 5 } });
  const admin = await Desk.of(browser, admins[0]);
  const { page } = admin;
  const customerId = await admin.addCustomer("Carl Kunde", "carl@kunde.example");
  await admin.link(customerId, agents.bea);
  for (const path of ["/inbox", "/customers", `/customers/${customerId}`, "/account", ...settings, chatPath]) {
    await test.step(path, async () => {
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 360, height: 740 });
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "the page is wider than the phone").toBeLessThanOrEqual(360);
    });
  }
});
