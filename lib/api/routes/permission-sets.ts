import { permissionSetList } from "../../contracts/permission-sets";
import { listPermissionSets } from "../../reads/permission-sets";
import { operation } from "../operation";

export const permissionSetOperations = [
  operation(
    {
      operationId: "listPermissionSets",
      method: "get",
      path: "/permission-sets",
      tag: "Users",
      summary: "Permission sets, what each permits, and how many have it",
      access: "signed_in",
      answer: { status: 200, description: "The default ones from the least to the most, then the others by name", schema: permissionSetList },
    },
    ({ actor }) => listPermissionSets(actor.organizationId),
  ),
];
