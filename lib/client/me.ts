import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Permission } from "@/lib/auth/permissions";
import type { Me } from "@/lib/contracts/users";
import { api, dataOf } from "./api";

/** Who I am here, what I may do, my status and load. */
export function meQuery() {
  return queryOptions({ queryKey: ["me"], queryFn: ({ signal }): Promise<Me> => dataOf(api.GET("/api/v1/me", { signal })) });
}

/** False while it is not known yet: what may not be done is not offered. */
export function useMay(permission: Permission): boolean {
  const { data } = useQuery(meQuery());
  return data?.permissions.includes(permission) ?? false;
}
