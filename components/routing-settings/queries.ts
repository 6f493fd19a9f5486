import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { PutRoutingSettingsBody, RoutingSettings } from "@/lib/contracts/routing-settings";

export function routingSettingsQuery() {
  return queryOptions({
    queryKey: ["routing-settings"],
    queryFn: ({ signal }): Promise<RoutingSettings> => dataOf(api.GET("/api/v1/routing-settings", { signal })),
  });
}

export function putRoutingSettings({ general, ...body }: PutRoutingSettingsBody): Promise<RoutingSettings> {
  return dataOf(api.PUT("/api/v1/routing-settings", { body: { ...body, ...(general && { general }) } }));
}
