import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { PermissionSet } from "@/lib/contracts/permission-sets";

export function permissionSetsQuery() {
  return queryOptions({
    queryKey: ["permission-sets"],
    queryFn: async ({ signal }): Promise<readonly PermissionSet[]> => (await dataOf(api.GET("/api/v1/permission-sets", { signal }))).items,
  });
}

interface Content {
  readonly name: string;
  readonly permissions: string[];
}

export function createPermissionSet(body: Content): Promise<PermissionSet> {
  return dataOf(api.POST("/api/v1/permission-sets", { body }));
}

export function updatePermissionSet(id: string, body: Content & { readonly version: number }): Promise<PermissionSet> {
  return dataOf(api.PUT("/api/v1/permission-sets/{id}", { params: { path: { id } }, body }));
}

/** `replaceWith`: what its holders get instead; null while there are none. */
export async function deletePermissionSet(id: string, replaceWith: string | null): Promise<void> {
  await dataOf(api.DELETE("/api/v1/permission-sets/{id}", { params: { path: { id }, query: replaceWith === null ? {} : { replaceWith } } }));
}
