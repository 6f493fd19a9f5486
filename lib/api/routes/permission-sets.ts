import { z } from "zod";
import { addPermissionSet } from "../../commands/add-permission-set";
import { createPermissionSet } from "../../commands/create-permission-set";
import { deletePermissionSet } from "../../commands/delete-permission-set";
import { updatePermissionSet } from "../../commands/update-permission-set";
import { id } from "../../contracts/common";
import { createPermissionSetBody, deletePermissionSetQuery, permissionSet, permissionSetList, updatePermissionSetBody } from "../../contracts/permission-sets";
import { user } from "../../contracts/users";
import { listPermissionSets, readPermissionSet } from "../../reads/permission-sets";
import { readUser } from "../../reads/users";
import { operation } from "../operation";
import { byId } from "./by-id";

const common = { tag: "Users", access: "permission_set.manage" } as const;
const ofUser = {
  tag: "Users",
  access: "user.manage",
  path: "/permission-sets/{id}/users/{userId}",
  params: z.strictObject({ id, userId: id }),
  answer: { status: 200, description: "The user as they are now", schema: user },
} as const;

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
    ({ actor }) => listPermissionSets(actor),
  ),
  operation(
    {
      ...common,
      operationId: "createPermissionSet",
      method: "post",
      path: "/permission-sets",
      summary: "Make a permission set",
      description: "It may hold no permission that you have not. What a permission is of no use without comes with it: edit with view.",
      body: createPermissionSetBody,
      answer: { status: 201, description: "The permission set", schema: permissionSet },
      problems: ["already_exists", "conflict"],
    },
    async ({ actor, body }) => readPermissionSet(actor, await createPermissionSet(actor, body)),
  ),
  operation(
    {
      ...common,
      operationId: "updatePermissionSet",
      method: "put",
      path: "/permission-sets/{id}",
      summary: "Rename a permission set, and say what it holds",
      description: "It counts from the next request of everybody who has it. The default sets stay as they are.",
      params: byId,
      body: updatePermissionSetBody,
      answer: { status: 200, description: "The permission set as it is now", schema: permissionSet },
      problems: ["already_exists", "conflict", "stale_version"],
    },
    async ({ actor, params, body }) => {
      await updatePermissionSet(actor, params.id, body);
      return readPermissionSet(actor, params.id);
    },
  ),
  operation(
    {
      ...common,
      operationId: "deletePermissionSet",
      method: "delete",
      path: "/permission-sets/{id}",
      summary: "Delete a permission set",
      description: "While anybody has it, name in `replaceWith` the one they get instead.",
      params: byId,
      query: deletePermissionSetQuery,
      answer: { status: 200, description: "Those that are left", schema: permissionSetList },
      problems: ["conflict"],
    },
    async ({ actor, params, query }) => {
      await deletePermissionSet(actor, params.id, query.replaceWith);
      return listPermissionSets(actor);
    },
  ),
  operation(
    { ...ofUser, operationId: "addPermissionSet", method: "put", summary: "Give a user a permission set beside their own" },
    async ({ actor, params }) => {
      await addPermissionSet(actor, { permissionSetId: params.id, userId: params.userId }, true);
      return readUser(actor, params.userId);
    },
  ),
  operation(
    { ...ofUser, operationId: "removePermissionSet", method: "delete", summary: "Take back a permission set that was added to a user", problems: ["conflict"] },
    async ({ actor, params }) => {
      await addPermissionSet(actor, { permissionSetId: params.id, userId: params.userId }, false);
      return readUser(actor, params.userId);
    },
  ),
];
