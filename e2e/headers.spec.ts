import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { closeBrowsers, Desk } from "./support/desk";
import { closeDatabase, database, makeOrganization } from "./support/organization";
import { expect, test } from "./support/test";

test.afterEach(({ browser }) => closeBrowsers(browser));
test.afterAll(closeDatabase);

test("every page runs only what carries its own fresh nonce, and stays in no cache", async ({ request }) => {
  const { chatPath } = await makeOrganization({});
  for (const path of ["/sign-in", chatPath, "/no-such-page", "/chat/no-such-organization"]) {
    const [first, second] = [await request.get(path), await request.get(path)];
    const policy = first.headers()["content-security-policy"] ?? "";
    const nonce = /script-src 'nonce-([\w+/=]+)' 'strict-dynamic';/.exec(policy)?.[1] ?? "none";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(second.headers()["content-security-policy"]).not.toContain(nonce);
    const scripts = (await first.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    expect(first.headers()["cache-control"]).toContain("no-store");
    expect(first.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
    });
    expect(first.headers()).not.toHaveProperty("x-powered-by");
    expect(first.headers()).not.toHaveProperty("server");
  }
});

test("the API says of itself that it is data", async ({ request }) => {
  const { headers } = await request.get("/api/v1/healthz").then((response) => ({ headers: response.headers() }));
  expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "cache-control": "no-store" });
});

test("a page takes no other method than GET", async ({ request }) => {
  expect((await request.post("/sign-in", { data: {} })).status()).toBe(405);
});

test("only the chat page shows in a frame, and only where the organization allows it", async ({ browser }) => {
  const { slug, chatPath } = await makeOrganization({});
  const { origin } = new URL(process.env["KITH_TEST_URL"] ?? "");
  const shop = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<title>Shop</title><iframe src="${origin}${request.url ?? ""}"></iframe>`);
  });
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  // A TCP server's address is an object.
  const { port } = shop.address() as AddressInfo;
  const shopOrigin = `http://localhost:${port}`;
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const frame = page.frameLocator("iframe").getByRole("button");
    await page.goto(shopOrigin + chatPath);
    await expect(frame).toHaveCount(0);
    await database().organization.update({ where: { slug }, data: { chatFrameOrigins: [shopOrigin] } });
    await page.goto(shopOrigin + chatPath);
    await expect(frame.filter({ hasText: "Start the conversation" })).toBeVisible();
    await page.goto(`${shopOrigin}/sign-in`);
    await expect(frame).toHaveCount(0);
  } finally {
    shop.closeAllConnections();
    shop.close();
  }
});

test("what a customer writes shows as text wherever it shows, and runs nowhere", async ({ browser }) => {
  const attack = `<img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
  const { admins, agents } = await makeOrganization({ ann: { name: "Ann Berg", capacity: 5 } });
  const desk = await Desk.of(browser, admins[0]);
  const customerId = await desk.addCustomer(attack, "attack@example.org");
  await desk.link(customerId, agents.ann);
  await desk.call("POST", "/api/v1/conversations", { customer: { id: customerId }, channel: "chat", text: attack, author: "customer" });
  for (const path of ["/inbox", "/customers", `/customers/${customerId}`, "/settings/access/audit-log"]) {
    await desk.page.goto(path);
    await expect(desk.page.getByText(attack).first()).toBeAttached();
    expect(await desk.page.title()).not.toBe("taken");
    await expect(desk.page.locator("img[src='x']")).toHaveCount(0);
  }
});
