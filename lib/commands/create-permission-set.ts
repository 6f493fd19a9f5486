import type { Actor } from "../auth/actor";
import { withImplied } from "../auth/implied-permissions";
import { requireMayGive } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import type { CreatePermissionSetBody } from "../contracts/permission-sets";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { requireFreeName } from "./permission-set";
import { recordAudit } from "./record-audit";

/** Of an organization; so many are more than anybody can tell apart. */
const maxSets = 100;

/** @returns its id. @throws AppError `forbidden` for more than the actor has, `already_exists` for a name a set has */
export async function createPermissionSet(actor: Actor, { name, permissions: chosen }: CreatePermissionSetBody): Promise<string> {
  const { organizationId } = actor;
  const permissions = withImplied(chosen);
  requireMayGive(actor, permissions);
  const id = newId();
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    await requireFreeName(tx, organizationId, name);
    if ((await tx.permissionSet.count({ where: { organizationId } })) >= maxSets) throw new AppError("conflict", `There are ${maxSets} permission sets already. Delete one that nobody has.`);
    await tx.permissionSet.create({ data: { organizationId, id, name, permissions }, select: { id: true } });
    await recordAudit(tx, actor, {
      action: "permission_set.created",
      subject: { kind: "permission_set", id, name },
      changes: [{ field: "permissions", from: null, to: permissions.join(", ") }],
    });
  });
  announce(organizationId, ["settings"]);
  return id;
}
