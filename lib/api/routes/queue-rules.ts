import { saveQueueRules } from "../../commands/save-queue-rules";
import { putQueueRulesBody, queueRules, testedQueueRules, testQueueRulesBody } from "../../contracts/queue-rules";
import { getQueueRules, readQueueRules } from "../../reads/queue-rules";
import { testQueueRules } from "../../reads/test-queue-rules";
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
  operation(
    {
      operationId: "testQueueRules",
      method: "post",
      path: "/queue-rules/test",
      tag: "Queues",
      summary: "Try queue rules on a conversation that there isn't",
      description:
        "Says of each rule whether it matches and which of its conditions hold, and which rule wins. The rules need not be saved, and nothing is written. Business hours are asked as they are now. To name a customer needs the permission to see customers.",
      access: "routing_settings.read",
      body: testQueueRulesBody,
      answer: { status: 200, description: "What each rule says, and where the conversation would go", schema: testedQueueRules },
      problems: ["not_found"],
    },
    ({ actor, body }) => testQueueRules(actor, body),
  ),
];
