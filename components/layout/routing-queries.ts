import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";

/** All queues in their order. */
export function queuesQuery() {
  return queryOptions({ queryKey: ["queues"], queryFn: ({ signal }) => dataOf(api.GET("/api/v1/queues", { signal })) });
}

/** All teams by name, with the queues they serve. */
export function teamsQuery() {
  return queryOptions({ queryKey: ["teams"], queryFn: ({ signal }) => dataOf(api.GET("/api/v1/teams", { signal })) });
}
