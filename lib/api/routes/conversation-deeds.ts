import { acceptOffer } from "../../commands/accept-offer";
import { assignConversation } from "../../commands/assign-conversation";
import type { ConversationKey } from "../../commands/conversation-key";
import { declineOffer } from "../../commands/decline-offer";
import { markDone } from "../../commands/mark-done";
import { moveConversation } from "../../commands/move-conversation";
import { reopenConversation } from "../../commands/reopen-conversation";
import { routeNow } from "../../commands/route-now";
import { snoozeConversation } from "../../commands/snooze-conversation";
import { transferToQueue } from "../../commands/transfer-to-queue";
import type { Actor } from "../../auth/actor";
import { assignBody, conversationDetail, moveBody, snoozeBody, transferBody } from "../../contracts/conversations";
import { readConversation } from "../../reads/conversations";
import { operation } from "../operation";
import { byId } from "./by-id";

const common = {
  method: "post",
  tag: "Conversations",
  params: byId,
  answer: { status: 200, description: "The conversation as it is now", schema: conversationDetail },
} as const;

/** Does something to a conversation and answers with how it stands then. */
async function answerAfter(actor: Actor, conversationId: string, deed: (key: ConversationKey) => Promise<void>) {
  await deed({ organizationId: actor.organizationId, conversationId });
  return readConversation(actor, conversationId);
}

export const conversationDeeds = [
  operation(
    { ...common, operationId: "markDone", path: "/conversations/{id}/done", summary: "Mark a conversation done", access: "conversation.update" },
    ({ actor, params }) => answerAfter(actor, params.id, (key) => markDone(actor, key)),
  ),
  operation(
    { ...common, operationId: "snooze", path: "/conversations/{id}/snooze", summary: "Snooze a conversation", access: "conversation.update", body: snoozeBody, problems: ["conflict"] },
    ({ actor, params, body }) => answerAfter(actor, params.id, (key) => snoozeConversation(actor, key, new Date(body.until))),
  ),
  operation(
    { ...common, operationId: "reopen", path: "/conversations/{id}/reopen", summary: "Reopen a done conversation, or end its snooze", access: "conversation.update" },
    ({ actor, params }) => answerAfter(actor, params.id, (key) => reopenConversation(actor, key)),
  ),
  operation(
    {
      ...common,
      operationId: "assign",
      path: "/conversations/{id}/assign",
      summary: "Assign a conversation by hand, or take it off its assignee",
      description: "May exceed the agent's capacity, and the router never overrides it. With null it is decided afresh.",
      access: "conversation.assign",
      body: assignBody,
      problems: ["agent_not_routable", "conflict"],
    },
    ({ actor, params, body }) => answerAfter(actor, params.id, (key) => assignConversation(actor, key, body.agentId)),
  ),
  operation(
    {
      ...common,
      operationId: "routeNow",
      path: "/conversations/{id}/route-now",
      summary: "End a conversation's wait for its dedicated agent",
      access: "conversation.route_now",
      problems: ["conflict"],
    },
    ({ actor, params }) => answerAfter(actor, params.id, (key) => routeNow(actor, key)),
  ),
  operation(
    {
      ...common,
      operationId: "transfer",
      path: "/conversations/{id}/transfer",
      summary: "Transfer a conversation to a queue",
      description: "It is routed there, by default without its dedicated agent, and not back to whoever had it.",
      access: "conversation.update",
      body: transferBody,
      problems: ["conflict"],
    },
    ({ actor, params, body }) => answerAfter(actor, params.id, (key) => transferToQueue(actor, key, body.queueId)),
  ),
  operation(
    {
      ...common,
      operationId: "acceptOffer",
      path: "/conversations/{id}/accept",
      summary: "Take a conversation one is offered",
      description: "An agent takes what they are offered themselves; an API key does it for whoever is asked.",
      access: "conversation.be_routed",
      problems: ["conflict"],
    },
    ({ actor, params }) => answerAfter(actor, params.id, (key) => acceptOffer(actor, key)),
  ),
  operation(
    {
      ...common,
      operationId: "declineOffer",
      path: "/conversations/{id}/decline",
      summary: "Decline a conversation one is offered: the next agent is asked",
      access: "conversation.be_routed",
      problems: ["conflict"],
    },
    ({ actor, params }) => answerAfter(actor, params.id, (key) => declineOffer(actor, key)),
  ),
  operation(
    {
      ...common,
      operationId: "move",
      path: "/conversations/{id}/move",
      summary: "Move a conversation to another customer's timeline",
      description: "Its assignee, its wait and its dedicated agent stay.",
      access: "conversation.move",
      body: moveBody,
    },
    ({ actor, params, body }) => answerAfter(actor, params.id, (key) => moveConversation(actor, key, body.customerId)),
  ),
];
