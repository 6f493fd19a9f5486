import { database } from "../store/database";
import { newId } from "../store/new-id";
import { createAgent, createCustomer, createSmallOrganization, noteChange } from "../testing/small-organization";

/** What an organization of the storm has from its beginning to its end. */
export interface StormOrganization {
  readonly organizationId: string;
  readonly channels: readonly { readonly id: string; readonly key: string }[];
  readonly queueIds: readonly string[];
  readonly teamIds: readonly string[];
  readonly agentIds: readonly string[];
  /** With the permission to be routed conversations, and without. */
  readonly permissionSetIds: readonly [routed: string, notRouted: string];
  /** Those who write in; who was merged into another leaves, and others come. */
  readonly customerIds: string[];
}

const customersAtOnce = 16;

/**
 * An organization with three queues of different weight, priority and strategy, one of which overflows; four teams, one
 * for overflow alone; eight agents, of whom some are in two teams, one in none, and some have a capacity of their own.
 */
export async function createStormOrganization(at: number): Promise<StormOrganization> {
  const small = await createSmallOrganization({ timeoutSeconds: 300, capacity: 3 });
  const { organizationId, queueId, channelId, teamId, permissionSetId } = small;
  const [salesId, nightId, emailId, smsId, salesTeamId, nightTeamId, helpTeamId, plainSetId] = Array.from({ length: 8 }, newId);
  if (!salesId || !nightId || !emailId || !smsId || !salesTeamId || !nightTeamId || !helpTeamId || !plainSetId) throw new Error("too few ids");
  const db = database();
  await db.$transaction([
    db.permissionSet.create({ data: { organizationId, id: plainSetId, name: "Plain", permissions: [] } }),
    db.channel.createMany({
      data: [
        { organizationId, id: emailId, key: "email", name: "E-mail", position: 2, dedicatedTimeoutSeconds: 60, whenAgentAbsent: "wait" },
        { organizationId, id: smsId, key: "sms", name: "SMS", position: 3, dedicatedTimeoutSeconds: 3600 },
      ],
    }),
    db.queue.createMany({
      data: [
        { organizationId, id: salesId, name: "Sales", weight: 2, priority: 10, strategy: "longest_idle" },
        { organizationId, id: nightId, name: "Night", weight: 3, overflowAfterSeconds: 60 },
      ],
    }),
    db.team.createMany({
      data: [
        { organizationId, id: salesTeamId, name: "Sales", capacity: 4 },
        { organizationId, id: nightTeamId, name: "Night", capacity: 3 },
        { organizationId, id: helpTeamId, name: "Help", capacity: 2 },
      ],
    }),
    db.teamQueue.createMany({
      data: [
        { organizationId, teamId: salesTeamId, queueId: salesId },
        { organizationId, teamId: nightTeamId, queueId: nightId },
        { organizationId, teamId: nightTeamId, queueId: salesId, isOverflow: true },
        { organizationId, teamId: helpTeamId, queueId: nightId, isOverflow: true },
      ],
    }),
    db.customStatus.createMany({
      data: [
        { organizationId, id: newId(), name: "Lunch", type: "unavailable", position: 1 },
        { organizationId, id: newId(), name: "At the desk", type: "available", position: 2 },
        { organizationId, id: newId(), name: "Call", type: "busy", position: 3 },
      ],
    }),
    db.routingSettings.update({
      where: { organizationId },
      data: { assigning: at % 2 === 0 ? "automatic" : "agents_accept", acceptTimeoutSeconds: 30, requeueWhenOffline: at % 2 === 1 },
    }),
  ]);
  const agentIds: string[] = [];
  for (let nth = 0; nth < 8; nth += 1) {
    agentIds.push(await createAgent(small, { name: `Agent ${nth}`, isInTeam: nth < 4, ...(nth % 3 === 0 && { ownCapacity: 2 + nth }) }));
  }
  const [, , third, fourth, fifth, sixth, seventh] = agentIds;
  const member = (team: string, userId: string | undefined) => (userId === undefined ? [] : [{ organizationId, teamId: team, userId }]);
  await db.teamMember.createMany({
    data: [...member(salesTeamId, third), ...member(salesTeamId, fifth), ...member(nightTeamId, fourth), ...member(nightTeamId, sixth), ...member(helpTeamId, seventh)],
  });
  await noteChange(small);
  const organization: StormOrganization = {
    organizationId,
    channels: [{ id: channelId, key: "chat" }, { id: emailId, key: "email" }, { id: smsId, key: "sms" }],
    queueIds: [queueId, salesId, nightId],
    teamIds: [teamId, salesTeamId, nightTeamId, helpTeamId],
    agentIds,
    permissionSetIds: [permissionSetId, plainSetId],
    customerIds: [],
  };
  await refillCustomers(organization, new Set());
  return organization;
}

/** Lets those go who are gone, and others come. */
export async function refillCustomers({ organizationId, customerIds }: StormOrganization, gone: ReadonlySet<string>): Promise<void> {
  const staying = customerIds.filter((id) => !gone.has(id));
  customerIds.splice(0, Infinity, ...staying);
  while (customerIds.length < customersAtOnce) {
    customerIds.push(await createCustomer({ organizationId, queueId: "", channelId: "", teamId: "", permissionSetId: "" }));
  }
}
