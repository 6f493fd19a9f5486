import { createQueue } from "../../commands/create-queue";
import { deleteQueue } from "../../commands/delete-queue";
import { orderQueues } from "../../commands/order-queues";
import { updateQueue } from "../../commands/update-queue";
import { createQueueBody, deletedQueue, deleteQueueBody, orderQueuesBody, queue, queueList, queueUse, updateQueueBody } from "../../contracts/queues";
import { listQueues, readQueue, readQueueUse } from "../../reads/queues";
import { operation } from "../operation";
import { byId } from "./by-id";

const write = { tag: "Queues", access: "routing_settings.write" } as const;

export const queueOperations = [
  operation(
    {
      operationId: "listQueues",
      method: "get",
      path: "/queues",
      tag: "Queues",
      summary: "Queues in their order",
      access: "signed_in",
      answer: { status: 200, description: "The queues", schema: queueList },
    },
    ({ actor }) => listQueues(actor.organizationId),
  ),
  operation(
    {
      ...write,
      operationId: "createQueue",
      method: "post",
      path: "/queues",
      summary: "Add a queue",
      description: "As the last. It is served once a team names it; conversations come into it by queue rules, by transfer, or by name.",
      body: createQueueBody,
      answer: { status: 201, description: "The queue", schema: queue },
      problems: ["already_exists", "conflict"],
    },
    async ({ actor, body }) => readQueue(actor.organizationId, await createQueue(actor, body)),
  ),
  operation(
    {
      ...write,
      operationId: "orderQueues",
      method: "put",
      path: "/queues/order",
      summary: "Put the queues in another order",
      description: "The order of lists; routing goes by priority. Name every queue once.",
      body: orderQueuesBody,
      answer: { status: 200, description: "The queues", schema: queueList },
      problems: ["conflict"],
    },
    async ({ actor, body }) => {
      await orderQueues(actor, body);
      return listQueues(actor.organizationId);
    },
  ),
  operation(
    {
      ...write,
      operationId: "updateQueue",
      method: "patch",
      path: "/queues/{id}",
      summary: "Change a queue and how it is served",
      description: "What is left out stays. Weight and priority count for conversations that enter from now on. Made the default, the one before is it no longer.",
      params: byId,
      body: updateQueueBody,
      answer: { status: 200, description: "The queue as it is now", schema: queue },
      problems: ["already_exists"],
    },
    async ({ actor, params, body }) => {
      await updateQueue(actor, params.id, body);
      return readQueue(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      operationId: "getQueueUse",
      method: "get",
      path: "/queues/{id}/use",
      tag: "Queues",
      summary: "What is in a queue and leads to it",
      description: "What deleting it would move.",
      access: "routing_settings.read",
      params: byId,
      answer: { status: 200, description: "Its conversations, counted; its rules and teams", schema: queueUse },
    },
    ({ actor, params }) => readQueueUse(actor, params.id),
  ),
  operation(
    {
      ...write,
      operationId: "deleteQueue",
      method: "post",
      path: "/queues/{id}/delete",
      summary: "Delete a queue",
      description: "Its conversations and the queue rules that lead to it go to another queue; teams lose it. The default queue can't be deleted.",
      params: byId,
      body: deleteQueueBody,
      answer: { status: 200, description: "How many conversations moved", schema: deletedQueue },
      problems: ["conflict"],
    },
    ({ actor, params, body }) => deleteQueue(actor, params.id, body),
  ),
];
