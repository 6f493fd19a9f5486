import { expect, type Browser, type BrowserContextOptions, type Locator, type Page } from "@playwright/test";
import type { AgentStatus } from "@/lib/contracts/users";
import type { Person } from "./organization";

/** Somebody at their desk: a browser of their own, signed in. */
export class Desk {
  readonly page: Page;
  readonly person: Person;

  private constructor(page: Page, person: Person) {
    this.page = page;
    this.person = person;
  }

  static async of(browser: Browser, person: Person, options: BrowserContextOptions = {}): Promise<Desk> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const desk = new Desk(page, person);
    await desk.call("POST", "/api/auth/sign-in/email", { email: person.email, password: person.password });
    return desk;
  }

  /** Opens the inbox and waits until it follows what happens. */
  async openInbox(path = "/inbox"): Promise<void> {
    const stream = this.page.waitForResponse((response) => response.url().endsWith("/api/v1/events"));
    await this.page.goto(path);
    await stream;
    await expect(this.page.getByRole("heading", { name: "Inbox" })).toBeVisible();
  }

  /** By the switch on top. */
  async setStatus(status: AgentStatus): Promise<void> {
    const label = `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`;
    const answered = this.page.waitForResponse((response) => response.url().endsWith("/me/status") && response.ok());
    await this.page.getByRole("combobox", { name: "My status" }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${label}`) }).click();
    await answered;
  }

  /** The row of a customer in a list of the inbox: Mine, Waiting for me, In line … */
  row(list: string, customerName: string): Locator {
    return this.page.getByRole("list", { name: list, exact: true }).getByRole("link", { name: customerName });
  }

  get conversation(): Locator {
    return this.page.getByRole("region", { name: "Conversation", exact: true });
  }

  get composer(): Locator {
    return this.conversation.getByRole("textbox", { name: /^Reply to/ });
  }

  get whyHere(): Locator {
    return this.page.getByRole("region", { name: "Customer", exact: true });
  }

  /** What a screen does not offer yet, through the API that screens use too. */
  async call(method: "GET" | "POST" | "PUT", path: string, data?: unknown): Promise<unknown> {
    const { origin } = new URL(process.env["KITH_TEST_URL"] ?? "");
    const response = await this.page.request.fetch(path, { method, headers: { origin }, ...(data === undefined ? {} : { data }) });
    expect(response.ok(), `${method} ${path} answered ${response.status()}: ${await response.text()}`).toBe(true);
    return response.json();
  }

  async addCustomer(name: string, email: string): Promise<string> {
    const answer = await this.call("POST", "/api/v1/customers", { name, email });
    if (typeof answer === "object" && answer !== null && "id" in answer && typeof answer.id === "string") return answer.id;
    throw new Error("the customer has no id");
  }

  async link(customerId: string, agent: Person): Promise<void> {
    await this.call("PUT", `/api/v1/customers/${customerId}/dedicated-agent`, { agentId: agent.id });
  }
}

/** Everybody goes home: an open page goes on listening, and would slow down the stories after it. */
export async function closeBrowsers(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
