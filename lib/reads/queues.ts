import type { Queue } from "../contracts/queues";
import { database } from "../store/database";

const queueSelect = {
  id: true,
  name: true,
  isDefault: true,
  priority: true,
  weight: true,
  strategy: true,
  overflowAfterSeconds: true,
} as const;

/** By name. For whoever is signed in: conversations are transferred to them. */
export async function listQueues(organizationId: string): Promise<{ items: Queue[] }> {
  const items = await database().queue.findMany({ where: { organizationId }, orderBy: [{ name: "asc" }, { id: "asc" }], select: queueSelect });
  return { items };
}

export function readQueue(organizationId: string, queueId: string): Promise<Queue> {
  return database().queue.findFirstOrThrow({ where: { organizationId, id: queueId }, select: queueSelect });
}
