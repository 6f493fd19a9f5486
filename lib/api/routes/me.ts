import { setAgentStatus } from "../../commands/set-agent-status";
import { AppError } from "../../contracts/app-error";
import { me, setStatusBody, user } from "../../contracts/users";
import { getMe } from "../../reads/me";
import { readUser } from "../../reads/users";
import { operation } from "../operation";

export const meOperations = [
  operation(
    {
      operationId: "getMe",
      method: "get",
      path: "/me",
      tag: "Me",
      summary: "Who is asking, and what they may do",
      access: "signed_in",
      answer: { status: 200, description: "The signed-in user or the API key", schema: me },
    },
    ({ actor }) => getMe(actor),
  ),
  operation(
    {
      operationId: "setMyStatus",
      method: "put",
      path: "/me/status",
      tag: "Me",
      summary: "Set one's own status",
      access: "status.set_own",
      body: setStatusBody,
      answer: { status: 200, description: "The user as they are now", schema: user },
      problems: ["agent_not_routable"],
    },
    async ({ actor, body }) => {
      if (actor.userId === null) throw new AppError("agent_not_routable", "An API key has no status. Set a user's at /users/{id}/status.");
      await setAgentStatus(actor.organizationId, actor.userId, body);
      return readUser(actor, actor.userId);
    },
  ),
];
