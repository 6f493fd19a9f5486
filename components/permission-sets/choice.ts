import { withImplied } from "@/lib/auth/implied-permissions";
import { isPermission, type Permission } from "@/lib/auth/permissions";
import { namesOfPermissions } from "./permission-groups";

/** Ticks or clears one; with a tick comes what it is of no use without, as the API would add it. */
export function toggled(chosen: readonly Permission[], permission: Permission, isChosen: boolean): Permission[] {
  return isChosen ? withImplied([...chosen, permission]) : chosen.filter((each) => each !== permission);
}

/** Why a permission can't be ticked or cleared; null: it can. */
export function lockOf(permission: Permission, chosen: readonly Permission[], mine: readonly string[]): string | null {
  const isMissing = (each: Permission) => !mine.includes(each);
  if (isMissing(permission)) return "You don’t have this yourself, so you can’t give it.";
  const missing = withImplied([permission]).filter(isMissing);
  if (missing.length > 0) return `It needs ${namesOfPermissions(missing).join(", ")}, which you don’t have.`;
  const [first, ...others] = namesOfPermissions(chosen.filter((each) => each !== permission && withImplied([each]).includes(permission)));
  if (chosen.includes(permission) && first !== undefined) return `Comes with ${first}${others.length === 0 ? "" : ` and ${others.length} more`}.`;
  return null;
}

/** What somebody may put into a set, of these. */
export function givable(permissions: readonly string[], mine: readonly string[]): Permission[] {
  return permissions.filter(isPermission).filter((permission) => withImplied([permission]).every((each) => mine.includes(each)));
}

/** Whoever has less than a set holds can't change or delete it. */
export function missingFor(permissions: readonly string[], mine: readonly string[]): string[] {
  return namesOfPermissions(permissions.filter((permission) => !mine.includes(permission)));
}
