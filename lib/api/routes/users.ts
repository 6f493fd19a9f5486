import { setAgentStatus } from "../../commands/set-agent-status";
import { listUsersQuery, setStatusBody, user, userPage } from "../../contracts/users";
import { getUser, listUsers, readUser } from "../../reads/users";
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
];
