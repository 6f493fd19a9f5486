import type { Actor } from "../auth/actor";
import { withImplied } from "../auth/implied-permissions";
import { requireMayGive } from "../auth/may-give";
import { AppError } from "../contracts/app-error";
import type { UpdatePermissionSetBody } from "../contracts/permission-sets";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { keepAdministrators } from "./keep-administrators";
import { requireCustomSet, requireFreeName } from "./permission-set";
import { recordAudit } from "./record-audit";

/**
 * Renames a permission set and says what it holds, for all who have it and from their next request on. Nobody changes a
 * set that holds, or would hold, more than they have.
 *
 * @throws AppError `not_found`, `conflict`, `forbidden`, `already_exists`, `stale_version`
 */
export async function updatePermissionSet(actor: Actor, id: string, { version, name, permissions: chosen }: UpdatePermissionSetBody): Promise<void> {
  const { organizationId } = actor;
  const permissions = withImplied(chosen);
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const before = await requireCustomSet(tx, organizationId, id);
    requireMayGive(actor, before.permissions);
    requireMayGive(actor, permissions);
    if (before.version !== version) throw new AppError("stale_version", "Somebody else saved this permission set meanwhile. Look at it again.", { current: before });
    await requireFreeName(tx, organizationId, name, id);
    const changes = changesOf({ name: before.name, permissions: before.permissions.toSorted() }, { name, permissions });
    if (changes.length === 0) return;
    await keepAdministrators(tx, organizationId, () =>
      tx.permissionSet.updateMany({ where: { organizationId, id }, data: { name, permissions, version: version + 1 } }),
    );
    await recordAudit(tx, actor, { action: "permission_set.updated", subject: { kind: "permission_set", id, name }, changes });
  });
  announce(organizationId, ["settings", "access"], { needsRouting: true });
}
