import type { Actor } from "../auth/actor";
import { badField } from "../contracts/app-error";
import type { CustomStatus, PutCustomStatusesBody } from "../contracts/custom-statuses";
import type { LiveTopic } from "../contracts/live";
import { readCustomStatuses } from "../reads/custom-statuses";
import { announce } from "../router/announce";
import { leaveCustomStatuses, lockCustomStatuses } from "../store/custom-statuses";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { saveSettingsPart } from "./save-settings-part";

type Given = PutCustomStatusesBody["statuses"][number];

/**
 * Saves all of the organization's own statuses in their order. Agents who have one that goes, or whose type changes, get
 * the plain status of the type they have: nobody is given work, or none any more, because somebody edited a list.
 *
 * @throws AppError `stale_version` with the statuses as they stand, `validation_failed` for an id there isn't.
 */
export async function saveCustomStatuses(actor: Actor, { version, statuses }: PutCustomStatusesBody): Promise<void> {
  const { organizationId } = actor;
  const agentIds = await saveSettingsPart(actor, {
    part: "custom_statuses",
    version,
    write: (tx) => writeStatuses(tx, organizationId, statuses),
    readCurrent: readCustomStatuses,
  });
  announce(organizationId, ["settings", ...agentIds.map((id): LiveTopic => `agent:${id}`)], { needsRouting: agentIds.length > 0 });
}

/** @returns the agents who had one that is no more what it was */
async function writeStatuses(tx: Tx, organizationId: string, statuses: readonly Given[]): Promise<string[]> {
  await lockCustomStatuses(tx, organizationId);
  const present = await tx.customStatus.findMany({ where: { organizationId }, select: { id: true, name: true, type: true } });
  refuseUnknown(statuses, present);
  const gone = present.filter((before) => !statuses.some(({ id }) => id === before.id));
  const retyped = present.filter((before) => statuses.some(({ id, type }) => id === before.id && type !== before.type));
  const agentIds = await leaveCustomStatuses(tx, organizationId, [...gone, ...retyped].map(({ id }) => id));
  await tx.customStatus.deleteMany({ where: { organizationId, id: { in: gone.map(({ id }) => id) } } });
  await freeNames(tx, organizationId, statuses, present);
  for (const [index, { id = newId(), name, type }] of statuses.entries()) {
    const data = { name, type, position: index + 1 };
    const where = { organizationId_id: { organizationId, id } };
    await tx.customStatus.upsert({ where, create: { organizationId, id, ...data }, update: data, select: { id: true } });
  }
  return agentIds;
}

function refuseUnknown(statuses: readonly Given[], present: readonly CustomStatus[]): void {
  for (const [index, { id }] of statuses.entries()) {
    if (id !== undefined && !present.some((before) => before.id === id)) throw badField(`statuses.${index}.id`, "is no status of this organization; leave it out for a new one");
  }
}

/** Two may swap their names, which the unique index would refuse halfway. */
async function freeNames(tx: Tx, organizationId: string, statuses: readonly Given[], present: readonly CustomStatus[]): Promise<void> {
  const renamed = present.filter((before) => statuses.some(({ id, name }) => id === before.id && name !== before.name));
  for (const { id } of renamed) {
    await tx.customStatus.update({ where: { organizationId_id: { organizationId, id } }, data: { name: id }, select: { id: true } });
  }
}
