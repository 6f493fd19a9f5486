import { describe, expect, it } from "vitest";
import { withApiDatabase } from "../testing/api-database";
import { call, cookiesOf, signIn } from "../testing/api-world";
import { createOrganizationHere } from "./create-organization-here";

withApiDatabase();

const wanted = { slug: "pine", name: "Pine", ownerName: "Harriet", ownerEmail: "Harriet@pine.example", ownerPassword: "long-enough-to-be-one" };

describe("an organization made on the machine", () => {
  it("is empty, has what each begins with, and an owner who may sign in and set it up", async () => {
    expect(await createOrganizationHere(wanted)).toMatchObject({ kind: "made" });
    const response = await signIn("harriet@pine.example", wanted.ownerPassword);
    expect(response.status).toBe(200);
    const cookie = cookiesOf(response);
    const get = async (path: string) => (await call("GET", path, { cookie })).body;
    expect((await get("/me")).user).toMatchObject({ name: "Harriet", permissionSet: { name: "Owner" } });
    expect((await get("/permission-sets")).items.map(({ name }: { name: string }) => name)).toEqual(["Agent", "Manager", "Admin", "Owner"]);
    expect((await get("/queues")).items).toMatchObject([{ name: "General", isDefault: true }]);
    expect((await get("/channels")).items.map(({ key }: { key: string }) => key)).toEqual(["chat", "email", "sms", "voice", "whatsapp", "facebook", "instagram"]);
    expect(await get("/routing-settings")).toMatchObject({ dedicatedAgentEnabled: false });
    expect((await get("/customers")).items).toEqual([]);
    expect((await get("/audit-log")).items.map(({ action }: { action: string }) => action)).toContain("organization.created");
  });

  it("is refused with a taken slug, a taken e-mail and a short password, and then is not there", async () => {
    expect(await createOrganizationHere({ ...wanted, ownerEmail: "other@pine.example" })).toMatchObject({ kind: "refused" });
    expect(await createOrganizationHere({ ...wanted, slug: "pine-2" })).toMatchObject({ kind: "refused" });
    expect(await createOrganizationHere({ ...wanted, slug: "pine-2", ownerEmail: "other@pine.example", ownerPassword: "short" })).toMatchObject({ kind: "refused", why: "ownerPassword: must have 10 characters at least." });
    expect((await signIn("other@pine.example", wanted.ownerPassword)).status).toBe(401);
  });
});
