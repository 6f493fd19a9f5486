import { AppError } from "../contracts/app-error";
import type { NameRef } from "../contracts/common";

/** What a save gets that was made from an older version: the settings as they stand. */
export function staleVersion(current: { readonly version: number; readonly updatedBy: NameRef | null }): AppError {
  const who = current.updatedBy ? current.updatedBy.name : "Somebody";
  return new AppError("stale_version", `${who} saved meanwhile. Look at what differs and save again with version ${current.version}.`, { current });
}
