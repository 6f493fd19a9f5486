import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import type { Setup } from "../contracts/setup";
import { database } from "../store/database";
import { routableWhere } from "./users";

const found = { select: { organizationId: true } } as const;

/** The first-run checklist. Each step is read from what it makes, so that it doesn't matter where or by whom it was done. */
export async function getSetup(actor: Actor): Promise<Setup> {
  requirePermission(actor, "routing_settings.write");
  const { organizationId } = actor;
  const [organization, team, settings, customer, conversation] = await Promise.all([
    database().organization.findFirstOrThrow({ where: { id: organizationId }, select: { setupHiddenAt: true } }),
    database().team.findFirst({
      where: { organizationId, routingEnabled: true, queues: { some: { organizationId } }, members: { some: { organizationId, user: routableWhere } } },
      ...found,
    }),
    database().routingSettings.findFirst({ where: { organizationId }, select: { dedicatedAgentEnabled: true } }),
    maySeeDedicatedAgents(actor) ? database().customer.findFirst({ where: { organizationId, dedicatedAgentId: { not: null }, mergedIntoId: null }, ...found }) : undefined,
    database().conversation.findFirst({ where: { organizationId }, ...found }),
  ]);
  return {
    isHidden: organization.setupHiddenAt !== null,
    steps: {
      teamRouting: team !== null,
      dedicatedAgents: settings?.dedicatedAgentEnabled ?? false,
      ...(customer !== undefined && { customerLinked: customer !== null }),
      testConversation: conversation !== null,
    },
  };
}
