import type { Actor } from "../auth/actor";
import { requireMayGive } from "../auth/may-give";
import { AppError, badField } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { keepAdministrators } from "./keep-administrators";
import { requireCustomSet } from "./permission-set";
import { recordAudit } from "./record-audit";

/**
 * Deletes a permission set. Who has it, as their own or added, gets another instead; without one it is refused while
 * anybody has it.
 *
 * @throws AppError `not_found`, `forbidden`, `conflict` that says who has it
 */
export async function deletePermissionSet(actor: Actor, id: string, replaceWith: string | undefined): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const set = await requireCustomSet(tx, organizationId, id);
    requireMayGive(actor, set.permissions);
    const other = replaceWith === undefined || replaceWith === id ? null : await tx.permissionSet.findFirst({ where: { organizationId, id: replaceWith }, select: { id: true, name: true, permissions: true } });
    if (replaceWith !== undefined && !other) throw badField("replaceWith", "must be another permission set of this organization");
    if (other) requireMayGive(actor, other.permissions);
    if (other) await keepAdministrators(tx, organizationId, () => replace(tx, organizationId, id, other.id));
    else await requireUnused(tx, organizationId, id, set.name);
    await tx.permissionSet.deleteMany({ where: { organizationId, id } });
    await recordAudit(tx, actor, {
      action: "permission_set.deleted",
      subject: { kind: "permission_set", id, name: set.name },
      changes: other ? [{ field: "who had it", from: set.name, to: other.name }] : [],
    });
  });
  announce(organizationId, ["settings", "access"], { needsRouting: true });
}

async function replace(tx: Tx, organizationId: string, from: string, to: string): Promise<void> {
  await tx.user.updateMany({ where: { organizationId, permissionSetId: from }, data: { permissionSetId: to } });
  await tx.apiKey.updateMany({ where: { organizationId, permissionSetId: from }, data: { permissionSetId: to } });
  const additions = await tx.addedPermissionSet.findMany({ where: { organizationId, permissionSetId: from }, select: { userId: true } });
  await tx.addedPermissionSet.createMany({ data: additions.map(({ userId }) => ({ organizationId, userId, permissionSetId: to })), skipDuplicates: true });
  await tx.addedPermissionSet.deleteMany({ where: { organizationId, permissionSetId: from } });
}

const named = 5;

/** Those who are deactivated and keys that are revoked keep theirs too. */
async function requireUnused(tx: Tx, organizationId: string, id: string, name: string): Promise<void> {
  const users = { organizationId, OR: [{ permissionSetId: id }, { addedPermissionSets: { some: { permissionSetId: id } } }] };
  const keys = { organizationId, permissionSetId: id };
  const count = (await tx.user.count({ where: users })) + (await tx.apiKey.count({ where: keys }));
  if (count === 0) return;
  const first = { orderBy: { name: "asc" }, take: named, select: { name: true } } as const;
  const holders = [...(await tx.user.findMany({ where: users, ...first })), ...(await tx.apiKey.findMany({ where: keys, ...first }))].slice(0, named).map((each) => each.name);
  const more = count > holders.length ? ` and ${count - holders.length} more` : "";
  throw new AppError("conflict", `${holders.join(", ")}${more} ${count === 1 ? "has" : "have"} ${name}. Choose which permission set they get instead.`);
}
