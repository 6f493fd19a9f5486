import { requirePermission, type Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { Queue, QueueUse } from "../contracts/queues";
import { database } from "../store/database";
import { nameSelect, toNameRef } from "./name-ref";

const queueSelect = {
  id: true,
  name: true,
  isDefault: true,
  priority: true,
  weight: true,
  strategy: true,
  overflowAfterSeconds: true,
} as const;

/** In the organization's order. For whoever is signed in: conversations are transferred to them. */
export async function listQueues(organizationId: string): Promise<{ items: Queue[] }> {
  const items = await database().queue.findMany({ where: { organizationId }, orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }], select: queueSelect });
  return { items };
}

export function readQueue(organizationId: string, queueId: string): Promise<Queue> {
  return database().queue.findFirstOrThrow({ where: { organizationId, id: queueId }, select: queueSelect });
}

/** What is in it and leads to it, for whoever thinks of deleting it. @throws AppError `not_found` */
export async function readQueueUse(actor: Actor, queueId: string): Promise<QueueUse> {
  requirePermission(actor, "routing_settings.read");
  const { organizationId } = actor;
  const [queue, counts] = await Promise.all([
    database().queue.findFirst({
      where: { organizationId, id: queueId },
      select: {
        rules: { orderBy: [{ position: "asc" }, { id: "asc" }], select: nameSelect },
        teams: { orderBy: [{ team: { name: "asc" } }, { teamId: "asc" }], select: { team: { select: nameSelect } } },
      },
    }),
    countConversations(organizationId, queueId),
  ]);
  if (!queue) throw new AppError("not_found", "There is no queue by that id.");
  return { conversations: counts, rules: queue.rules.map(toNameRef), teams: queue.teams.map(({ team }) => toNameRef(team)) };
}

async function countConversations(organizationId: string, queueId: string): Promise<QueueUse["conversations"]> {
  const groups = await database().conversation.groupBy({ by: ["state", "routingState"], where: { organizationId, queueId }, _count: true });
  const count = (isCounted: (group: (typeof groups)[number]) => boolean) => groups.reduce((total, group) => total + (isCounted(group) ? group._count : 0), 0);
  const isHeld = ({ routingState }: (typeof groups)[number]) => routingState === "assigned" || routingState === "offered";
  return {
    unassigned: count((group) => group.state === "open" && !isHeld(group)),
    held: count((group) => group.state === "open" && isHeld(group)),
    snoozed: count(({ state }) => state === "snoozed"),
    done: count(({ state }) => state === "done"),
  };
}
