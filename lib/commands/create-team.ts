import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { CreateTeamBody } from "../contracts/teams";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { refuseTakenName } from "./name-taken";
import { recordAudit } from "./record-audit";

/** Of an organization; so many are more than a settings page can show. */
const maxTeams = 500;

/** Adds a team without members that serves nothing yet. @throws AppError `already_exists`, `conflict` when there are too many @returns its id */
export async function createTeam(actor: Actor, { name, capacity }: CreateTeamBody): Promise<string> {
  const { organizationId } = actor;
  const id = newId();
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const present = await tx.team.findMany({ where: { organizationId }, select: { id: true, name: true } });
    refuseTakenName("team", name, present);
    if (present.length >= maxTeams) throw new AppError("conflict", `There are ${maxTeams} teams already. Delete one that is not used.`);
    await tx.team.create({ data: { organizationId, id, name, capacity }, select: { id: true } });
    await recordAudit(tx, actor, { action: "team.created", subject: { kind: "team", id, name }, changes: [{ field: "capacity", from: null, to: String(capacity) }] });
  });
  announce(organizationId, ["settings"]);
  return id;
}
