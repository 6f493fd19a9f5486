import { database } from "../store/database";
import { newId } from "../store/new-id";

export interface SmallOrganization {
  readonly organizationId: string;
  readonly queueId: string;
  readonly channelId: string;
  readonly teamId: string;
  readonly permissionSetId: string;
}

/** An organization with one queue, one team that serves it, and the chat channel, with dedicated agents on. */
export async function createSmallOrganization(options: { timeoutSeconds?: number; capacity?: number } = {}): Promise<SmallOrganization> {
  const organizationId = newId();
  const ids = { organizationId, queueId: newId(), channelId: newId(), teamId: newId(), permissionSetId: newId() };
  const db = database();
  await db.$transaction([
    db.organization.create({ data: { id: organizationId, slug: `small-${organizationId}`, name: "Small" } }),
    db.organizationRouter.create({ data: { organizationId } }),
    db.routingSettings.create({ data: { organizationId, dedicatedAgentEnabled: true } }),
    db.permissionSet.create({
      data: { organizationId, id: ids.permissionSetId, name: "Agent", permissions: ["conversation.be_routed"] },
    }),
    db.channel.create({
      data: { organizationId, id: ids.channelId, key: "chat", name: "Chat", position: 1, dedicatedTimeoutSeconds: options.timeoutSeconds ?? 300 },
    }),
    db.queue.create({ data: { organizationId, id: ids.queueId, name: "General", isDefault: true } }),
    db.team.create({ data: { organizationId, id: ids.teamId, name: "Support", capacity: options.capacity ?? 1 } }),
    db.teamQueue.create({ data: { organizationId, teamId: ids.teamId, queueId: ids.queueId } }),
  ]);
  return ids;
}

/** An agent of its team; with `isInTeam: false` one whom normal routing never asks, with a capacity of their own. */
export async function createAgent(
  organization: SmallOrganization,
  options: { name?: string; status?: "available" | "busy" | "unavailable" | "offline"; isInTeam?: boolean; ownCapacity?: number } = {},
): Promise<string> {
  const { organizationId, teamId, permissionSetId } = organization;
  const id = newId();
  const isInTeam = options.isInTeam ?? true;
  const db = database();
  await db.user.create({
    data: { organizationId, id, name: options.name ?? "Agent", email: `${id}@example.test`, permissionSetId },
  });
  await db.agent.create({
    data: { organizationId, userId: id, status: options.status ?? "available", ownCapacity: options.ownCapacity ?? (isInTeam ? null : 1) },
  });
  if (isInTeam) await db.teamMember.create({ data: { organizationId, teamId, userId: id } });
  await noteChange(organization);
  return id;
}

/** Counts a change of what every decision rests on, as whoever changes it must. */
export async function noteChange({ organizationId }: SmallOrganization): Promise<void> {
  await database().organizationRouter.update({ where: { organizationId }, data: { changes: { increment: 1 } } });
}

export async function createCustomer(organization: SmallOrganization, dedicatedAgentId: string | null = null): Promise<string> {
  const { organizationId } = organization;
  const id = newId();
  await database().customer.create({
    data: { organizationId, id, name: "Customer", dedicatedAgentId, dedicatedAgentSetAt: dedicatedAgentId ? new Date() : null },
  });
  return id;
}

/** A conversation as it stands right after a customer wrote, before any pass. */
export async function createPendingConversation(
  organization: SmallOrganization,
  options: { dedicatedAgentId?: string | null; customerId?: string; weight?: number; enteredAt?: Date } = {},
): Promise<string> {
  const { organizationId, channelId, queueId } = organization;
  const dedicatedAgentId = options.dedicatedAgentId ?? null;
  const customerId = options.customerId ?? (await createCustomer(organization, dedicatedAgentId));
  const id = newId();
  await database().conversation.create({
    data: {
      organizationId, id, customerId, intakeCustomerId: customerId, channelId, queueId, dedicatedAgentId,
      weight: options.weight ?? 1,
      ...(options.enteredAt && { enteredAt: options.enteredAt }),
    },
  });
  return id;
}
