import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";

/** A conversation's routing log, oldest first; under the conversation's key, so that its live events reach it too. */
export function routingLogQuery(conversationId: string) {
  return queryOptions({
    queryKey: ["conversation", conversationId, "routing-log"],
    queryFn: ({ signal }) =>
      dataOf(api.GET("/api/v1/conversations/{id}/routing-log", { params: { path: { id: conversationId } }, signal })),
  });
}
