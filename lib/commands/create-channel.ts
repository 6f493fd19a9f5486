import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { CreateChannelBody } from "../contracts/channels";
import { announce } from "../router/announce";
import { transaction } from "../store/database";
import { lockOrganization } from "../store/lock-organization";
import { newId } from "../store/new-id";
import { recordAudit } from "./record-audit";

/** Of an organization; so many are more than a settings page can show. */
const maxChannels = 100;

/**
 * Adds a channel, as the last. It waits for dedicated agents as long as any does that nobody has set: 5 minutes.
 *
 * @returns its id
 * @throws AppError `already_exists` for a key there is, `conflict` when there are too many
 */
export async function createChannel(actor: Actor, { key, name }: CreateChannelBody): Promise<string> {
  const { organizationId } = actor;
  const id = newId();
  await transaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    const present = await tx.channel.findMany({ where: { organizationId }, select: { key: true, position: true } });
    if (present.some((channel) => channel.key === key)) throw new AppError("already_exists", `There is a channel ${key} already.`, { errors: [{ field: "key", message: "is taken" }] });
    if (present.length >= maxChannels) throw new AppError("conflict", `There are ${maxChannels} channels already. Rename one that is switched off.`);
    const position = 1 + Math.max(0, ...present.map((channel) => channel.position));
    await tx.channel.create({ data: { organizationId, id, key, name, position }, select: { id: true } });
    await recordAudit(tx, actor, { action: "channel.created", subject: { kind: "channel", id, name }, changes: [{ field: "key", from: null, to: key }] });
  });
  announce(organizationId, ["settings"]);
  return id;
}
