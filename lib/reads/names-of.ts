import type { NameRef } from "../contracts/common";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

/** The users of the organization with these ids, to be shown by name; null is nobody. */
export async function namesOf(organizationId: string, ids: Iterable<string | null>): Promise<ReadonlyMap<string, NameRef>> {
  const asked = [...new Set(ids)].filter((id) => id !== null);
  if (asked.length === 0) return new Map();
  const users = await database().user.findMany({ where: { organizationId, id: { in: asked } }, select: nameSelect });
  return new Map(users.map((user) => [user.id, toNameRef(user)]));
}
