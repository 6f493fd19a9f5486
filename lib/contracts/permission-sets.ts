import { z } from "zod";
import { isPermission } from "../auth/permissions";
import { id, nameRef, text } from "./common";

export const permissionSet = z
  .strictObject({
    id,
    name: z.string(),
    /** One that every organization begins with; it stays as it is, and can be copied. */
    isDefault: z.boolean(),
    permissions: z.array(z.string()),
    /** Counts saves. */
    version: z.number().int(),
    /** Active users who have it, as their own or added, and working keys. */
    userCount: z.number().int(),
    apiKeyCount: z.number().int(),
    /** The first of them by name; only for those who manage permission sets. */
    holders: z.strictObject({ users: z.array(nameRef), apiKeys: z.array(nameRef) }).optional(),
  })
  .meta({ id: "PermissionSet" });
export type PermissionSet = z.infer<typeof permissionSet>;

/** The default ones from the least to the most, then the others by name. */
export const permissionSetList = z.strictObject({ items: z.array(permissionSet) }).meta({ id: "PermissionSetList" });

const permissionNames = z
  .array(z.string().refine(isPermission, "is no permission"))
  .min(1, "must hold one at least")
  .max(200)
  .transform((names) => names.filter(isPermission));

/** What a permission is of no use without is added to it. No more than the one who makes it has. */
export const createPermissionSetBody = z.strictObject({ name: text(60), permissions: permissionNames }).meta({ id: "CreatePermissionSet" });
export type CreatePermissionSetBody = z.infer<typeof createPermissionSetBody>;

export const updatePermissionSetBody = z.strictObject({ version: z.number().int(), name: text(60), permissions: permissionNames }).meta({ id: "UpdatePermissionSet" });
export type UpdatePermissionSetBody = z.infer<typeof updatePermissionSetBody>;

/** Who has it gets this one instead. */
export const deletePermissionSetQuery = z.strictObject({ replaceWith: id.optional() });
