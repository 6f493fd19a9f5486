import { v7 as uuid } from "uuid";
import { routingSettings } from "@/lib/contracts/routing-settings";
import { teamList } from "@/lib/contracts/teams";
import type { Desk } from "./desk";
import { database } from "./organization";

/** From now on agents are asked, and have so long to answer. */
export async function letAgentsAccept(admin: Desk, acceptTimeoutSeconds: number): Promise<void> {
  const { version, dedicatedAgentEnabled, general } = routingSettings.parse(await admin.call("GET", "/api/v1/routing-settings"));
  await admin.call("PUT", "/api/v1/routing-settings", {
    version,
    dedicatedAgentEnabled,
    channels: [],
    general: { ...general, assigning: "agents_accept", acceptTimeoutSeconds },
  });
}

/** One more queue, which every team serves beside what it serves already. Queues can't be added through the API yet. */
export async function addQueue(admin: Desk, name: string): Promise<void> {
  const { organizationId } = await database().user.findFirstOrThrow({ where: { id: admin.person.id } });
  const queueId = uuid();
  await database().queue.create({ data: { organizationId, id: queueId, name } });
  const { items } = teamList.parse(await admin.call("GET", "/api/v1/teams"));
  for (const { id, queues } of items) {
    const served = queues.map(({ queue, isOverflow }) => ({ queueId: queue.id, isOverflow }));
    await admin.call("PUT", `/api/v1/teams/${id}/queues`, { queues: [...served, { queueId, isOverflow: false }] });
  }
}
