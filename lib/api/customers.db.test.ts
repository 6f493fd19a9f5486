import { beforeAll, describe, expect, it } from "vitest";
import { withApiDatabase } from "../testing/api-database";
import { call, createApiWorld, type ApiWorld } from "../testing/api-world";

withApiDatabase();

let world: ApiWorld;
let key: string;

beforeAll(async () => {
  world = await createApiWorld();
  key = world.keys.Owner;
});

const post = (body: unknown) => call("POST", "/customers", { key, body });
const patch = (id: string, body: unknown) => call("PATCH", `/customers/${id}`, { key, body });
const get = (id: string) => call("GET", `/customers/${id}`, { key });
const numbered = (from: number, to: number) => Object.fromEntries(Array.from({ length: to - from }, (_, at) => [`k${from + at}`, from + at]));

describe("a customer's language, tags and attributes", () => {
  it("are nothing at first, and are what they were created with", async () => {
    expect((await post({ name: "Ann" })).body).toMatchObject({ language: null, tags: [], attributes: {} });
    const given = { language: "pt-BR", tags: ["VIP", "new"], attributes: { plan: "gold", seats: 12.5, churned: false } };
    const { body } = await post({ name: "Ann", ...given });
    expect(body).toMatchObject(given);
    expect((await get(body.id)).body).toMatchObject(given);
    expect((await call("GET", "/customers", { key })).body.items).toContainEqual(expect.objectContaining(given));
  });

  it("change only where they are named: tags as a whole, attributes one by one, and null clears", async () => {
    const { id } = (await post({ name: "Ann", language: "en", tags: ["a", "b"], attributes: { plan: "gold", seats: 1 } })).body;
    expect((await patch(id, { name: "Bea" })).body).toMatchObject({ language: "en", tags: ["a", "b"], attributes: { plan: "gold", seats: 1 } });
    expect((await patch(id, { tags: ["c", "c"], attributes: { seats: null, vip: true } })).body).toMatchObject({ tags: ["c"], attributes: { plan: "gold", vip: true } });
    expect((await get(id)).body.attributes).toEqual({ plan: "gold", vip: true });
    expect((await patch(id, { language: null })).body.language).toBeNull();
  });

  it("that two change at once are all changed", async () => {
    const { id } = (await post({ name: "Ann" })).body;
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => patch(id, { attributes: { [`k${at}`]: at } })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await get(id)).body.attributes).toEqual(numbered(0, 8));
  });

  it("have their limits, also when they grow little by little; what is refused changes nothing", async () => {
    const { id } = (await post({ name: "Ann", attributes: numbered(0, 50) })).body;
    expect(await patch(id, { name: "Bea", attributes: { one_more: 1 } })).toMatchObject({ status: 422, body: { errors: [{ field: "attributes" }] } });
    expect((await get(id)).body).toMatchObject({ name: "Ann", attributes: numbered(0, 50) });
    expect((await patch(id, { attributes: { k0: null, one_more: 1 } })).status).toBe(200);
    expect(await post({ name: "Ann", attributes: numbered(0, 51) })).toMatchObject({ status: 422, body: { errors: [{ field: "attributes" }] } });
    expect((await patch(id, { email: "ann@example.test", attributes: { nul: "a\u0000b" } })).status).toBe(422);
    expect((await get(id)).body.email).toBeNull();
  });
});
