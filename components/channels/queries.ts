import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { Channel, CreateChannelBody } from "@/lib/contracts/channels";

export function channelsQuery() {
  return queryOptions({
    queryKey: ["channels"],
    queryFn: async ({ signal }): Promise<readonly Channel[]> => (await dataOf(api.GET("/api/v1/channels", { signal }))).items,
  });
}

export function createChannel(body: CreateChannelBody): Promise<Channel> {
  return dataOf(api.POST("/api/v1/channels", { body }));
}

export function updateChannel(id: string, body: { name?: string; isEnabled?: boolean }): Promise<Channel> {
  return dataOf(api.PATCH("/api/v1/channels/{id}", { params: { path: { id } }, body }));
}
