import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import { announce } from "../router/announce";
import { transaction, type Tx } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { recordAudit } from "./record-audit";

interface Membership {
  readonly teamId: string;
  readonly userId: string;
}

/** Takes a user into a team; one who is in it stays. @throws AppError `not_found` for the team or the user */
export function addTeamMember(actor: Actor, membership: Membership): Promise<void> {
  return changeMember(actor, membership, async (tx, member) => {
    const { count } = await tx.teamMember.createMany({ data: [member], skipDuplicates: true });
    return count > 0 ? (name) => ({ from: null, to: name }) : null;
  });
}

/** Takes a user out of a team, with what they hold; one who is not in it stays out. @throws AppError `not_found` */
export function removeTeamMember(actor: Actor, membership: Membership): Promise<void> {
  return changeMember(actor, membership, async (tx, member) => {
    const { count } = await tx.teamMember.deleteMany({ where: member });
    return count > 0 ? (name) => ({ from: name, to: null }) : null;
  });
}

type Told = (name: string) => { readonly from: string | null; readonly to: string | null };

/** @param change tells how to say it; null: nothing changed. */
async function changeMember(actor: Actor, { teamId, userId }: Membership, change: (tx: Tx, member: Membership & { organizationId: string }) => Promise<Told | null>): Promise<void> {
  const { organizationId } = actor;
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const team = await tx.team.findFirst({ where: { organizationId, id: teamId }, select: { name: true } });
    if (!team) throw new AppError("not_found", "There is no team by that id.");
    const user = await tx.user.findFirst({ where: { organizationId, id: userId }, select: { name: true } });
    if (!user) throw new AppError("not_found", "There is no user by that id.");
    const tell = await change(tx, { organizationId, teamId, userId });
    if (tell === null) return;
    await recordAudit(tx, actor, { action: "team.updated", subject: { kind: "team", id: teamId, name: team.name }, changes: [{ field: "member", ...tell(user.name) }] });
  });
  announce(organizationId, ["settings", `agent:${userId}`], { needsRouting: true });
}
