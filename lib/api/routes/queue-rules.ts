import { saveQueueRules } from "../../commands/save-queue-rules";
import { putQueueRulesBody, queueRules } from "../../contracts/queue-rules";
import { getQueueRules, readQueueRules } from "../../reads/queue-rules";
import { operation } from "../operation";

export const queueRuleOperations = [
  operation(
    {
      operationId: "getQueueRules",
      method: "get",
      path: "/queue-rules",
      tag: "Queues",
      summary: "The rules that name a conversation's queue, in their order",
      access: "routing_settings.read",
      answer: { status: 200, description: "The rules", schema: queueRules },
    },
    ({ actor }) => getQueueRules(actor),
  ),
  operation(
    {
      operationId: "putQueueRules",
      method: "put",
      path: "/queue-rules",
      tag: "Queues",
      summary: "Save all queue rules",
      description:
        "Name the version that was read. If somebody saved meanwhile, nothing is saved and `current` holds the rules as they stand. They count for conversations that come in or come back from now on.",
      access: "routing_settings.write",
      body: putQueueRulesBody,
      answer: { status: 200, description: "The rules as they are now", schema: queueRules },
      problems: ["stale_version"],
    },
    async ({ actor, body }) => {
      await saveQueueRules(actor, body);
      return readQueueRules(actor.organizationId);
    },
  ),
];
