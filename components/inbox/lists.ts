import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import { noteServerNow } from "@/lib/client/server-clock";
import type { Conversation, ConversationPage } from "@/lib/contracts/conversations";

export interface ListFilters {
  readonly assignee?: "me";
  readonly waitingFor?: "me";
  readonly offeredTo?: "me";
  readonly state?: Conversation["state"];
  readonly routingState?: Conversation["routing"]["state"];
  readonly customerId?: string;
}

export const mineFilters = { assignee: "me", state: "open" } as const satisfies ListFilters;
export const snoozedFilters = { assignee: "me", state: "snoozed" } as const satisfies ListFilters;
export const offeredToMeFilters = { offeredTo: "me" } as const satisfies ListFilters;
export const offeredFilters = { routingState: "offered" } as const satisfies ListFilters;
export const waitingForMeFilters = { waitingFor: "me" } as const satisfies ListFilters;
export const waitingFilters = { routingState: "waiting" } as const satisfies ListFilters;
export const inLineFilters = { routingState: "in_line" } as const satisfies ListFilters;

/** As many as one list of the inbox shows. */
export const listLimit = 100;

export function listQuery(filters: ListFilters, limit = listLimit) {
  return queryOptions({
    queryKey: ["conversations", { ...filters, limit }],
    queryFn: async ({ signal }): Promise<ConversationPage> => {
      const page = await dataOf(api.GET("/api/v1/conversations", { params: { query: { ...filters, limit } }, signal }));
      noteServerNow(page.now);
      return page;
    },
  });
}
