import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { Queue, QueueUse } from "@/lib/contracts/queues";

/** What is set about a queue. */
export type QueueFields = Omit<Queue, "id" | "isDefault">;

/** Never remembered: it is asked just before something is deleted. */
export function queueUseQuery(id: string) {
  return queryOptions({
    queryKey: ["queues", id, "use"],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }): Promise<QueueUse> => dataOf(api.GET("/api/v1/queues/{id}/use", { params: { path: { id } }, signal })),
  });
}

export function createQueue(body: QueueFields): Promise<Queue> {
  return dataOf(api.POST("/api/v1/queues", { body }));
}

export function updateQueue(id: string, body: Partial<QueueFields> & { isDefault?: true }): Promise<Queue> {
  return dataOf(api.PATCH("/api/v1/queues/{id}", { params: { path: { id } }, body }));
}

export function orderQueues(queueIds: string[]): Promise<{ items: Queue[] }> {
  return dataOf(api.PUT("/api/v1/queues/order", { body: { queueIds } }));
}

export function deleteQueue(id: string, moveToQueueId: string): Promise<{ movedConversations: number }> {
  return dataOf(api.POST("/api/v1/queues/{id}/delete", { params: { path: { id } }, body: { moveToQueueId } }));
}
