import type { Actor } from "../auth/actor";
import { heldPermissions } from "../auth/held-permissions";
import { requireMayTakeFrom } from "../auth/may-give";
import type { UpdateUserBody } from "../contracts/users";
import { announce } from "../router/announce";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { lockUsers } from "../store/lock-users";
import { changesOf } from "./changes-of";
import { keepAdministrators } from "./keep-administrators";
import { permissionSetToGive } from "./permission-set-to-give";
import { placeUser } from "./place-user";
import { recordAudit } from "./record-audit";
import { inAuditWords, readStanding, type UserStanding } from "./user-standing";

/**
 * Changes a user's name, permission set, teams or own capacity; what is left out stays. Routing goes by it from now on;
 * what is theirs stays theirs.
 *
 * @throws AppError `not_found`, `validation_failed` for a set or a team there isn't, `forbidden` where it would give or
 * take more than the actor has, `conflict` where it would take from the last who has it what nobody could give back
 */
export async function updateUser(actor: Actor, userId: string, { name, permissionSetId, teamIds, ownCapacity }: UpdateUserBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockUsers(tx, organizationId, [userId]);
    const before = await readStanding(tx, organizationId, userId);
    await lockOrganization(tx, organizationId);
    const set = permissionSetId === undefined || permissionSetId === before.permissionSet.id ? before.permissionSet : await exchangedSet(tx, actor, before, permissionSetId);
    const data = { ...(name !== undefined && { name }), permissionSetId: set.id };
    await keepAdministrators(tx, organizationId, () => tx.user.update({ where: { organizationId_id: { organizationId, id: userId } }, data, select: { id: true } }));
    const permissions = heldPermissions({ ...before, permissionSet: set });
    await placeUser(tx, organizationId, { userId, permissions, teamIds, ownCapacity });
    const after = await readStanding(tx, organizationId, userId);
    const changes = changesOf(inAuditWords(before), inAuditWords(after));
    if (changes.length > 0) await recordAudit(tx, actor, { action: "user.updated", subject: { kind: "user", id: userId, name: after.name }, changes });
  });
  announce(organizationId, [`agent:${userId}`, "settings", ...(permissionSetId === undefined ? [] : (["access"] as const))], { needsRouting: true });
}

async function exchangedSet(tx: Tx, actor: Actor, user: UserStanding, permissionSetId: string) {
  const set = await permissionSetToGive(tx, actor, permissionSetId);
  requireMayTakeFrom(actor, user.name, user.permissionSet.permissions);
  return set;
}
