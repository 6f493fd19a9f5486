import type { Actor } from "../auth/actor";
import { defaultPermissionSets } from "../auth/permissions";
import { acceptOffer } from "../commands/accept-offer";
import { assignConversation } from "../commands/assign-conversation";
import { beginConversation } from "../commands/begin-conversation";
import { declineOffer } from "../commands/decline-offer";
import { markDone } from "../commands/mark-done";
import { mergeCustomers } from "../commands/merge-customers";
import { moveConversation } from "../commands/move-conversation";
import { openConversation } from "../commands/open-conversation";
import { receiveMessage } from "../commands/receive-message";
import { recordPresence } from "../commands/record-presence";
import { reopenConversation } from "../commands/reopen-conversation";
import { routeNow } from "../commands/route-now";
import { sendReply } from "../commands/send-reply";
import { setAgentStatus } from "../commands/set-agent-status";
import { setDedicatedAgent } from "../commands/set-dedicated-agent";
import { snoozeConversation } from "../commands/snooze-conversation";
import { transferToQueue } from "../commands/transfer-to-queue";
import type { Deed } from "./deed";
import { doByRows } from "./do-by-rows";
import { saveForOrganization } from "./do-settings";

/** Does it as the API would. @returns the id of what it made, if it makes something. @throws as the command does */
export async function doDeed(organizationId: string, deed: Deed): Promise<string | null> {
  switch (deed.kind) {
    case "begin": {
      const { customerId, channel, queueId, tags, clientMessageId } = deed;
      const text = "Hello";
      return beginConversation({ organizationId, customerId, channel, subject: null, tags, queueId: queueId ?? undefined, visitorId: null, text, clientMessageId });
    }
    case "open": {
      const { customerId, channel, agentId, clientMessageId } = deed;
      return openConversation(actor(organizationId, agentId), { customerId, channel, subject: null, queueId: undefined, text: "Hello", clientMessageId });
    }
    case "link":
      await setDedicatedAgent(actor(organizationId, null), deed.customerId, deed.toId);
      return null;
    case "merge":
      await mergeCustomers(actor(organizationId, null), deed.survivorId, deed.mergedId);
      return null;
    case "status":
      await setAgentStatus(organizationId, deed.agentId, { status: deed.status });
      return null;
    case "custom_status":
      await setAgentStatus(organizationId, deed.agentId, { customStatusId: deed.customStatusId });
      return null;
    case "seen":
      await recordPresence(organizationId, deed.agentId);
      return null;
    case "absent":
    case "own_capacity":
    case "active":
    case "permission":
    case "member":
    case "team":
    case "channel":
      await doByRows(organizationId, deed);
      return null;
    case "settings":
    case "queue":
    case "team_queues":
    case "custom_statuses":
    case "queue_rules":
      await saveForOrganization(actor(organizationId, null), deed);
      return null;
    default:
      return doToConversation(organizationId, deed);
  }
}

type OfConversation = Extract<Deed, { readonly conversationId: string }>;

async function doToConversation(organizationId: string, deed: OfConversation): Promise<string | null> {
  const key = { organizationId, conversationId: deed.conversationId };
  const program = actor(organizationId, null);
  switch (deed.kind) {
    case "message":
      return receiveMessage({ ...key, by: { kind: "customer", name: "Customer", userId: null }, text: "Hello again", clientMessageId: deed.clientMessageId });
    case "reply":
      return sendReply({ ...key, actor: actor(organizationId, deed.agentId), text: "Hello", clientMessageId: deed.clientMessageId });
    case "done":
      await markDone(actor(organizationId, deed.agentId), key);
      return null;
    case "snooze":
      await snoozeConversation(program, key, new Date(Date.now() + deed.forSeconds * 1000));
      return null;
    case "reopen":
      await reopenConversation(program, key);
      return null;
    case "assign":
      await assignConversation(program, key, deed.toId);
      return null;
    case "transfer":
      await transferToQueue(program, key, deed.queueId);
      return null;
    case "route_now":
      await routeNow(program, key);
      return null;
    case "accept":
      await acceptOffer(actor(organizationId, deed.agentId), key);
      return null;
    case "decline":
      await declineOffer(actor(organizationId, deed.agentId), key);
      return null;
    case "move":
      await moveConversation(program, key, deed.customerId);
      return null;
  }
}

/** An agent with a manager's permissions, or a program. */
function actor(organizationId: string, userId: string | null): Actor {
  const permissions = new Set(defaultPermissionSets.Admin);
  if (userId === null) return { kind: "api_key", organizationId, userId: null, apiKeyId: organizationId, name: "Storm", address: null, permissions };
  return { kind: "user", organizationId, userId, apiKeyId: null, name: "Agent", address: null, permissions };
}
