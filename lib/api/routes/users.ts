import { activateUser } from "../../commands/activate-user";
import { deactivateUser } from "../../commands/deactivate-user";
import { setAgentStatus } from "../../commands/set-agent-status";
import { updateUser } from "../../commands/update-user";
import { deactivateUserBody, leaving, listUsersQuery, setStatusBody, updateUserBody, user, userPage } from "../../contracts/users";
import { getLeaving, getUser, listUsers, readUser } from "../../reads/users";
import { operation, type AccessByRequest } from "../operation";
import { byId } from "./by-id";

const ownOrOthersStatus: AccessByRequest = {
  either: ["status.set_own", "user.set_status"],
  choose: ({ actor, params }) => (byId.parse(params).id === actor.userId ? "status.set_own" : "user.set_status"),
};

export const userOperations = [
  operation(
    {
      operationId: "listUsers",
      method: "get",
      path: "/users",
      tag: "Users",
      summary: "Users by name",
      access: "user.read",
      query: listUsersQuery,
      answer: { status: 200, description: "A page of users", schema: userPage },
    },
    ({ actor, query }) => listUsers(actor, query),
  ),
  operation(
    {
      operationId: "getUser",
      method: "get",
      path: "/users/{id}",
      tag: "Users",
      summary: "One user",
      access: "user.read",
      params: byId,
      answer: { status: 200, description: "The user", schema: user },
    },
    ({ actor, params }) => getUser(actor, params.id),
  ),
  operation(
    {
      operationId: "setUserStatus",
      method: "put",
      path: "/users/{id}/status",
      tag: "Users",
      summary: "Set a user's status",
      access: ownOrOthersStatus,
      params: byId,
      body: setStatusBody,
      answer: { status: 200, description: "The user as they are now", schema: user },
      problems: ["agent_not_routable"],
    },
    async ({ actor, params, body }) => {
      await setAgentStatus(actor.organizationId, params.id, body);
      return readUser(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "updateUser",
      method: "patch",
      path: "/users/{id}",
      tag: "Users",
      summary: "Change a user's name, permission set, teams or own capacity",
      description: "What is left out stays. A permission set may hold no permission that you have not.",
      access: "user.manage",
      params: byId,
      body: updateUserBody,
      answer: { status: 200, description: "The user as they are now", schema: user },
      problems: ["conflict"],
    },
    async ({ actor, params, body }) => {
      await updateUser(actor, params.id, body);
      return readUser(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "getLeaving",
      method: "get",
      path: "/users/{id}/leaving",
      tag: "Users",
      summary: "What hangs on a user who is to be deactivated",
      access: "user.manage",
      params: byId,
      answer: { status: 200, description: "Their customers, open conversations and API keys", schema: leaving },
    },
    ({ actor, params }) => getLeaving(actor, params.id),
  ),
  operation(
    {
      operationId: "deactivateUser",
      method: "post",
      path: "/users/{id}/deactivate",
      tag: "Users",
      summary: "Deactivate a user, and hand over their customers",
      description: "They are signed out and offline at once, and their open conversations are routed again. Keys they made go on working unless `revokeApiKeys` is set.",
      access: "user.manage",
      params: byId,
      body: deactivateUserBody,
      answer: { status: 200, description: "The user as they are now", schema: user },
      problems: ["conflict", "agent_not_routable"],
    },
    async ({ actor, params, body }) => {
      await deactivateUser(actor, params.id, body);
      return readUser(actor, params.id);
    },
  ),
  operation(
    {
      operationId: "activateUser",
      method: "post",
      path: "/users/{id}/activate",
      tag: "Users",
      summary: "Let a deactivated user sign in again",
      access: "user.manage",
      params: byId,
      answer: { status: 200, description: "The user as they are now", schema: user },
    },
    async ({ actor, params }) => {
      await activateUser(actor, params.id);
      return readUser(actor, params.id);
    },
  ),
];
