import { recordPresence } from "../../commands/record-presence";
import { setAgentStatus } from "../../commands/set-agent-status";
import { AppError } from "../../contracts/app-error";
import { presence } from "../../contracts/presence";
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
  operation(
    {
      operationId: "recordPresence",
      method: "post",
      path: "/me/presence",
      tag: "Me",
      summary: "Say that one's workspace is connected",
      description: "A workspace says so for each `ping` of its stream of events. An agent of whom none was heard for 60 s goes offline.",
      access: "signed_in",
      answer: { status: 200, description: "When it was last heard of", schema: presence },
      problems: ["agent_not_routable"],
    },
    async ({ actor }) => {
      if (actor.userId === null) throw new AppError("agent_not_routable", "An API key is an integration, not a workspace. The status of an agent without a workspace stays as it is set.");
      return { seenAt: (await recordPresence(actor.organizationId, actor.userId)).toISOString() };
    },
  ),
];
