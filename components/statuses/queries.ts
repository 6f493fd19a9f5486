import { api, dataOf } from "@/lib/client/api";
import type { CustomStatuses } from "@/lib/contracts/custom-statuses";
import type { StatusToBe } from "./draft";

export function putCustomStatuses(version: number, statuses: readonly StatusToBe[]): Promise<CustomStatuses> {
  const body = { version, statuses: statuses.map(({ key, isNew, name, type }) => ({ ...(!isNew && { id: key }), name, type })) };
  return dataOf(api.PUT("/api/v1/custom-statuses", { body }));
}
