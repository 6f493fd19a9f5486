import { test as base, type BrowserContext } from "@playwright/test";

export { expect } from "@playwright/test";

/** Begins a line of the console that tells of something the page's policy has stopped. */
const mark = "stopped by the policy:";

/** Playwright's test, in which a story fails when in any of its pages the content security policy stops anything. */
export const test = base.extend<{ noViolations: undefined }>({
  noViolations: [
    async ({ browser, context }, use) => {
      const found: string[] = [];
      const watched = (each: BrowserContext) => watch(each, found);
      browser.on("context", watched);
      await watch(context, found);
      await use(undefined);
      browser.off("context", watched);
      base.expect(found).toEqual([]);
    },
    { auto: true },
  ],
});

async function watch(context: BrowserContext, found: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.text().startsWith(mark)) found.push(`${message.page()?.url() ?? ""} ${message.text()}`);
  });
  await context.addInitScript((prefix) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      console.error(prefix, effectiveDirective, blockedURI, `${sourceFile}:${lineNumber}`, sample);
    });
  }, mark);
}
