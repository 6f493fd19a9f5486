import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { OutboxItem } from "@/lib/client/outbox";
import { noteServerNow } from "@/lib/client/server-clock";
import type { NameRef } from "@/lib/contracts/common";
import type { ConversationDetail } from "@/lib/contracts/conversations";

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ["conversation", id],
    queryFn: async ({ signal }): Promise<ConversationDetail> => {
      const conversation = await dataOf(api.GET("/api/v1/conversations/{id}", { params: { path: { id } }, signal }));
      noteServerNow(conversation.now);
      return conversation;
    },
  });
}

/** One agent's status and load; read again with every agent's change, which a conversation's own events don't tell. */
export function agentQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["users", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) => dataOf(api.GET("/api/v1/users/{id}", { params: { path: { id: id ?? "" } }, signal })),
  });
}

/** Those whom a conversation can be assigned to. */
export function routableUsersQuery() {
  return queryOptions({
    queryKey: ["users", { routable: true, limit: 100 }],
    queryFn: ({ signal }) => dataOf(api.GET("/api/v1/users", { params: { query: { routable: true, limit: 100 } }, signal })),
  });
}

/** Those a conversation can be transferred to. Who changes them tells no agent's browser: read anew whenever they are shown. */
export function queuesQuery() {
  return queryOptions({ queryKey: ["queues"], staleTime: 0, queryFn: ({ signal }) => dataOf(api.GET("/api/v1/queues", { signal })) });
}

/** What somebody does with a conversation. */
export type Deed =
  | { readonly kind: "done" }
  | { readonly kind: "reopen" }
  | { readonly kind: "snooze"; readonly until: string }
  | { readonly kind: "assign"; readonly agentId: string | null }
  | { readonly kind: "transfer"; readonly queue: NameRef }
  | { readonly kind: "accept" }
  | { readonly kind: "decline" }
  | { readonly kind: "route-now" };

export function sendDeed(id: string, deed: Deed): Promise<ConversationDetail> {
  const params = { path: { id } };
  switch (deed.kind) {
    case "done":
      return dataOf(api.POST("/api/v1/conversations/{id}/done", { params }));
    case "reopen":
      return dataOf(api.POST("/api/v1/conversations/{id}/reopen", { params }));
    case "snooze":
      return dataOf(api.POST("/api/v1/conversations/{id}/snooze", { params, body: { until: deed.until } }));
    case "assign":
      return dataOf(api.POST("/api/v1/conversations/{id}/assign", { params, body: { agentId: deed.agentId } }));
    case "transfer":
      return dataOf(api.POST("/api/v1/conversations/{id}/transfer", { params, body: { queueId: deed.queue.id } }));
    case "accept":
      return dataOf(api.POST("/api/v1/conversations/{id}/accept", { params }));
    case "decline":
      return dataOf(api.POST("/api/v1/conversations/{id}/decline", { params }));
    case "route-now":
      return dataOf(api.POST("/api/v1/conversations/{id}/route-now", { params }));
  }
}

/** Sends one reply; over once the shown conversation holds it. */
export function useSendReply(id: string) {
  const queryClient = useQueryClient();
  return async ({ text, clientMessageId }: OutboxItem): Promise<void> => {
    const message = await dataOf(
      api.POST("/api/v1/conversations/{id}/messages", { params: { path: { id } }, body: { text, author: "agent", clientMessageId } }),
    );
    queryClient.setQueryData(conversationQuery(id).queryKey, (shown) =>
      shown && !shown.messages.some((known) => known.id === message.id)
        ? { ...shown, messages: [...shown.messages, message] }
        : shown,
    );
  };
}
