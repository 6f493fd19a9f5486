import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { ApiKey, CreatedApiKey } from "@/lib/contracts/api-keys";
import type { PermissionSet } from "@/lib/contracts/permission-sets";

export function apiKeysQuery() {
  return queryOptions({
    queryKey: ["api-keys"],
    queryFn: ({ signal }): Promise<{ readonly items: readonly ApiKey[]; readonly now: string }> => dataOf(api.GET("/api/v1/api-keys", { signal })),
  });
}

export function createApiKey(body: { name: string; permissionSetId: string; expiresAt?: string }): Promise<CreatedApiKey> {
  return dataOf(api.POST("/api/v1/api-keys", { body }));
}

export function revokeApiKey(id: string): Promise<ApiKey> {
  return dataOf(api.POST("/api/v1/api-keys/{id}/revoke", { params: { path: { id } } }));
}

export function permissionSetsQuery() {
  return queryOptions({
    queryKey: ["permission-sets"],
    queryFn: async ({ signal }): Promise<readonly PermissionSet[]> => (await dataOf(api.GET("/api/v1/permission-sets", { signal }))).items,
  });
}
