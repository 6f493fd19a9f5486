import { z } from "zod";
import { id } from "./common";

export const permissionSet = z
  .strictObject({
    id,
    name: z.string(),
    /** One that every organization begins with. */
    isDefault: z.boolean(),
    permissions: z.array(z.string()),
    /** Active users and working keys that have it. */
    userCount: z.number().int(),
    apiKeyCount: z.number().int(),
  })
  .meta({ id: "PermissionSet" });
export type PermissionSet = z.infer<typeof permissionSet>;

/** The default ones from the least to the most, then the others by name. */
export const permissionSetList = z.strictObject({ items: z.array(permissionSet) }).meta({ id: "PermissionSetList" });
