import { AppError } from "../contracts/app-error";
import type { Tx } from "../store/database";

interface Found {
  readonly name: string;
  readonly isDefault: boolean;
  readonly permissions: readonly string[];
  readonly version: number;
}

/** One of the organization's own that may be changed. @throws AppError `not_found`; `conflict` for a default one */
export async function requireCustomSet(tx: Tx, organizationId: string, id: string): Promise<Found> {
  const set = await tx.permissionSet.findFirst({ where: { organizationId, id }, select: { name: true, isDefault: true, permissions: true, version: true } });
  if (!set) throw new AppError("not_found", "There is no permission set by that id.");
  if (set.isDefault) throw new AppError("conflict", `${set.name} is one that every organization has. Make a copy and change that.`);
  return set;
}

/** @throws AppError `already_exists` for the name of another, however it is written */
export async function requireFreeName(tx: Tx, organizationId: string, name: string, exceptId?: string): Promise<void> {
  const taken = await tx.permissionSet.findFirst({
    where: { organizationId, name: { equals: name, mode: "insensitive" }, ...(exceptId !== undefined && { NOT: { id: exceptId } }) },
    select: { name: true },
  });
  if (taken) throw new AppError("already_exists", `There is a permission set ${taken.name} already.`, { errors: [{ field: "name", message: "is taken" }] });
}
