import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { UpdateTeamBody } from "../contracts/teams";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { changesOf } from "./changes-of";
import { refuseTakenName } from "./name-taken";
import { recordAudit } from "./record-audit";
import { teamInWords } from "./team-in-words";

/**
 * Renames a team, switches its routing, or sets the capacity of its agents: what is left out stays. Whoever holds more
 * than a smaller capacity keeps it, and is given nothing until there is room.
 *
 * @throws AppError `not_found`, `already_exists` for the name of another
 */
export async function updateTeam(actor: Actor, teamId: string, body: UpdateTeamBody): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const present = await tx.team.findMany({ where: { organizationId } });
    const before = present.find(({ id }) => id === teamId);
    if (!before) throw new AppError("not_found", "There is no team by that id.");
    const after = { name: body.name ?? before.name, routingEnabled: body.routingEnabled ?? before.routingEnabled, capacity: body.capacity ?? before.capacity };
    refuseTakenName("team", after.name, present, teamId);
    const changes = changesOf(teamInWords(before), teamInWords(after));
    if (changes.length === 0) return;
    await tx.team.updateMany({ where: { organizationId, id: teamId }, data: after });
    await recordAudit(tx, actor, { action: "team.updated", subject: { kind: "team", id: teamId, name: after.name }, changes });
  });
  announce(organizationId, ["settings"], { needsRouting: true });
}
