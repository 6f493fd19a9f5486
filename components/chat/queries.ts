import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { OutboxItem } from "@/lib/client/outbox";

/** The visitor's own conversation, known by the cookie that starting it set. */
export function chatQuery(slug: string) {
  return queryOptions({
    queryKey: ["chat", slug],
    queryFn: ({ signal }) => dataOf(api.GET("/api/v1/chat/{slug}/conversation", { params: { path: { slug } }, signal })),
  });
}

export function chatEventsUrl(slug: string): string {
  return `/api/v1/chat/${encodeURIComponent(slug)}/events`;
}

interface FirstMessage {
  readonly name: string;
  readonly email: string;
  readonly text: string;
  readonly clientMessageId: string;
}

export function useStartChat(slug: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: FirstMessage) =>
      dataOf(api.POST("/api/v1/chat/{slug}/conversations", { params: { path: { slug } }, body })),
    onSuccess: (state) => queryClient.setQueryData(chatQuery(slug).queryKey, state),
  });
}

/** Sends one message; over once the shown conversation holds it. */
export function useSendChatMessage(slug: string) {
  const queryClient = useQueryClient();
  return async ({ text, clientMessageId }: OutboxItem): Promise<void> => {
    const state = await dataOf(
      api.POST("/api/v1/chat/{slug}/messages", { params: { path: { slug } }, body: { text, clientMessageId } }),
    );
    queryClient.setQueryData(chatQuery(slug).queryKey, state);
  };
}
