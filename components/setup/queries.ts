import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { Setup } from "@/lib/contracts/setup";

export function setupQuery() {
  return queryOptions({ queryKey: ["setup"], queryFn: ({ signal }): Promise<Setup> => dataOf(api.GET("/api/v1/setup", { signal })) });
}

export function hideSetup(isHidden: boolean): Promise<Setup> {
  return dataOf(api.PUT("/api/v1/setup", { body: { isHidden } }));
}

/** All that one may know of is done. */
export function isDone({ steps }: Setup): boolean {
  return Object.values(steps).every((step) => step);
}
