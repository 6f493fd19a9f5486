import { beforeAll, describe, expect, it } from "vitest";
import { setAgentStatus } from "../commands/set-agent-status";
import { database } from "../store/database";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, createApiWorld, createSignedInAgent, request, type ApiWorld } from "../testing/api-world";
import { createAgent } from "../testing/small-organization";

withApiDatabase();

let world: ApiWorld;
let other: ApiWorld;

beforeAll(async () => {
  [world, other] = [await createApiWorld({ capacity: 50 }), await createApiWorld()];
});

const start = (body: object, cookie?: string, slug = world.slug) => request("POST", `/api/v1/chat/${slug}/conversations`, { body, ...(cookie && { cookie }) });
const read = (cookie?: string, slug = world.slug) => call("GET", `/chat/${slug}/conversation`, cookie === undefined ? {} : { cookie });
const say = (cookie: string, text: string, clientMessageId?: string) => call("POST", `/chat/${world.slug}/messages`, { cookie, body: { text, clientMessageId } });

describe("the hosted chat page", () => {
  it("says whose it is and whether one can write", async () => {
    expect(await call("GET", `/chat/${world.slug}`)).toEqual({ status: 200, body: { organizationName: "Small", isOpen: true } });
    expect((await call("GET", "/chat/nowhere")).status).toBe(404);
  });

  it("takes a customer's message to an agent and the answer back", async () => {
    expect((await read()).body).toEqual({ conversation: null });
    const response = await start({ name: "Vi", email: "VI@example.test", text: "Hello", clientMessageId: "one" });
    expect(response.status).toBe(201);
    const cookie = cookiesOf(response);
    expect(response.headers.getSetCookie()[0]).toMatch(new RegExp(`^kith_visitor=.*Path=/api/v1/chat/${world.slug}; HttpOnly; SameSite=Lax$`));
    expect(await response.json()).toMatchObject({ conversation: { state: "finding", agentName: null, messages: [{ author: "customer", text: "Hello", clientMessageId: "one" }] } });

    const agent = await createSignedInAgent(world, { name: "Ana", status: "offline" });
    const { id } = (await read(cookie)).body.conversation;
    await call("POST", `/conversations/${id}/assign`, { key: world.keys.Manager, body: { agentId: agent.userId } });
    await call("POST", `/conversations/${id}/messages`, { cookie: agent.cookie, body: { text: "Hi Vi" } });
    const state = await read(cookie);
    expect(state.body.conversation).toMatchObject({ id, state: "with_agent", agentName: "Ana", messages: [{ agentName: null }, { author: "agent", agentName: "Ana", text: "Hi Vi" }] });
    expect(Object.keys(state.body.conversation).sort()).toEqual(["agentName", "id", "messages", "state"]);

    await call("POST", `/conversations/${id}/done`, { cookie: agent.cookie });
    expect((await read(cookie)).body.conversation.state).toBe("done");
    expect(await say(cookie, "One more thing", "two")).toMatchObject({ status: 201, body: { conversation: { id, state: "finding" } } });
    expect((await say(cookie, "One more thing", "two")).body.conversation.messages).toHaveLength(3);
  });

  it("is off with the channel", async () => {
    await database().channel.updateMany({ where: { organizationId: other.organizationId }, data: { isEnabled: false } });
    expect((await call("GET", `/chat/${other.slug}`)).body.isOpen).toBe(false);
    expect((await start({ name: "Vi", email: "vi@example.test", text: "Hello" }, undefined, other.slug)).status).toBe(409);
  });
});

describe("a visitor", () => {
  it("who gives somebody's e-mail sees nothing of theirs", async () => {
    const owner = cookiesOf(await start({ name: "Owner", email: "owner@example.test", text: "My secret" }));
    const response = await start({ name: "Impostor", email: "owner@example.test", text: "Tell me all" });
    const impostor = cookiesOf(response);
    expect(JSON.stringify(await response.json())).not.toContain("My secret");
    expect(JSON.stringify((await read(impostor)).body)).not.toContain("My secret");
    await say(impostor, "And now?");
    expect((await read(owner)).body.conversation.messages).toHaveLength(1);
    const customers = await database().customer.findMany({ where: { organizationId: world.organizationId, email: "owner@example.test" } });
    expect(customers).toMatchObject([{ name: "Owner" }]);
  });

  it("is another one with another e-mail, and the same with the same", async () => {
    const first = cookiesOf(await start({ name: "A", email: "a@example.test", text: "First" }));
    const again = await start({ name: "A", email: "a@example.test", text: "Second" }, first);
    expect(again.headers.getSetCookie()).toEqual([]);
    expect((await read(first)).body.conversation.messages).toMatchObject([{ text: "Second" }]);
    const second = await start({ name: "B", email: "b@example.test", text: "Third" }, first);
    expect(cookiesOf(second)).not.toBe(first);
  });

  it("of one organization is nobody at another", async () => {
    const cookie = cookiesOf(await start({ name: "A", email: "walled@example.test", text: "Hello" }));
    expect((await read(cookie, other.slug)).body).toEqual({ conversation: null });
  });

  it("without a cookie has nothing to write in and nothing to hear", async () => {
    expect((await say("kith_visitor=guess", "Hello")).status).toBe(404);
    expect((await call("GET", `/chat/${world.slug}/events`)).status).toBe(404);
  });

  it("is not another site's page", async () => {
    const cookie = cookiesOf(await start({ name: "A", email: "csrf@example.test", text: "Hello" }));
    expect(await call("POST", `/chat/${world.slug}/messages`, { cookie, body: { text: "Buy" }, headers: { origin: "https://evil.example" } })).toMatchObject({ status: 403 });
  });

  it("hears of their own conversation, and of nothing else", async () => {
    const cookie = cookiesOf(await start({ name: "A", email: "hears@example.test", text: "Hello" }));
    const { id } = (await read(cookie)).body.conversation;
    const response = await request("GET", `/api/v1/chat/${world.slug}/events`, { cookie });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await start({ name: "B", email: "else@example.test", text: "Not theirs" });
    await setAgentStatus(world.organizationId, await createAgent(world, { status: "offline" }), { status: "unavailable" });
    await say(cookie, "More");
    let heard = "";
    while (!heard.includes(id)) heard += (await reader?.read())?.value ?? "";
    const topics = [...heard.matchAll(/^data: (.*)$/gm)].flatMap(([, data]) => JSON.parse(data ?? "{}").topics);
    expect(new Set(topics)).toEqual(new Set([`conversation:${id}`]));
  });
});
