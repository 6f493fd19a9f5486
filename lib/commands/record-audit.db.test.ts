import { expect, test } from "vitest";
import { database, pool, transaction } from "../store/database";
import { createSmallOrganization } from "../testing/small-organization";
import { withTestDatabase } from "../testing/test-database";
import { changesOf } from "./changes-of";
import { recordAudit } from "./record-audit";

withTestDatabase();

async function recordOne(organizationId: string): Promise<void> {
  await transaction((tx) =>
    recordAudit(tx, { kind: "system", organizationId, name: "Kith" }, {
      action: "queue.updated",
      subject: { kind: "queue", id: null, name: "General" },
      changes: changesOf({ name: "General", priority: 50, tags: [] }, { name: "General", priority: 10, tags: ["a", "b"] }),
    }),
  );
}

test("tells who changed what, from what to what", async () => {
  const { organizationId } = await createSmallOrganization();
  await recordOne(organizationId);
  expect(await database().auditEntry.findMany({ where: { organizationId } })).toMatchObject([
    {
      source: "system", actorName: "Kith", actorUserId: null, action: "queue.updated", subjectName: "General",
      changes: [{ field: "priority", from: "50", to: "10" }, { field: "tags", from: null, to: "a, b" }],
    },
  ]);
});

test.each([
  ["changed", "UPDATE audit_log SET actor_name = 'Nobody'"],
  ["deleted", "DELETE FROM audit_log"],
  ["emptied", "TRUNCATE audit_log"],
])("is never %s: the database refuses it to the app's role", async (_, text) => {
  const { organizationId } = await createSmallOrganization();
  await recordOne(organizationId);
  await expect(pool().query(text)).rejects.toThrow("permission denied");
  expect(await database().auditEntry.count({ where: { organizationId } })).toBe(1);
});
