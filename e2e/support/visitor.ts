import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";

/** A customer on the hosted chat page, in a browser of their own. */
export class Visitor {
  readonly page: Page;
  readonly name: string;
  readonly email: string;

  private constructor(page: Page, name: string, email: string) {
    this.page = page;
    this.name = name;
    this.email = email;
  }

  static async of(browser: Browser, chatPath: string, name: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(chatPath);
    return new Visitor(page, name, emailOf(name));
  }

  /** Fills in the form and sends it; over when the server has the message. Tells when that was, epoch ms. */
  async begin(text: string): Promise<number> {
    await this.page.getByLabel("Your name").fill(this.name);
    await this.page.getByLabel("E-mail").fill(this.email);
    await this.page.getByLabel("Message").fill(text);
    const answered = this.page.waitForResponse((response) => response.url().endsWith("/conversations") && response.ok());
    await this.page.getByRole("button", { name: "Start the conversation" }).click();
    await answered;
    const at = Date.now();
    await this.sees(text);
    return at;
  }

  async write(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Message" }).fill(text);
    await this.page.keyboard.press("Enter");
    await this.sees(text);
  }

  async sees(text: string): Promise<void> {
    await expect(this.page.getByRole("log").getByText(text, { exact: true })).toBeVisible();
  }

  async isTold(text: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: text })).toBeVisible();
  }
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(/\W+/g, ".")}@example.org`;
}
