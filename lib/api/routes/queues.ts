import { saveTeamQueues } from "../../commands/save-team-queues";
import { updateQueue } from "../../commands/update-queue";
import { queue, queueList, updateQueueBody } from "../../contracts/queues";
import { putTeamQueuesBody, team, teamList } from "../../contracts/teams";
import { listQueues, readQueue } from "../../reads/queues";
import { listTeams, readTeam } from "../../reads/teams";
import { operation } from "../operation";
import { byId } from "./by-id";

export const queueOperations = [
  operation(
    {
      operationId: "listQueues",
      method: "get",
      path: "/queues",
      tag: "Queues",
      summary: "Queues by name",
      access: "signed_in",
      answer: { status: 200, description: "The queues", schema: queueList },
    },
    ({ actor }) => listQueues(actor.organizationId),
  ),
  operation(
    {
      operationId: "updateQueue",
      method: "patch",
      path: "/queues/{id}",
      tag: "Queues",
      summary: "Change how a queue is served",
      description: "What is left out stays. Weight and priority count for conversations that enter from now on.",
      access: "routing_settings.write",
      params: byId,
      body: updateQueueBody,
      answer: { status: 200, description: "The queue as it is now", schema: queue },
    },
    async ({ actor, params, body }) => {
      await updateQueue(actor.organizationId, params.id, body);
      return readQueue(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      operationId: "listTeams",
      method: "get",
      path: "/teams",
      tag: "Queues",
      summary: "Teams by name, with the queues they serve",
      access: "routing_settings.read",
      answer: { status: 200, description: "The teams", schema: teamList },
    },
    ({ actor }) => listTeams(actor),
  ),
  operation(
    {
      operationId: "putTeamQueues",
      method: "put",
      path: "/teams/{id}/queues",
      tag: "Queues",
      summary: "Say which queues a team serves, and which only as overflow",
      access: "routing_settings.write",
      params: byId,
      body: putTeamQueuesBody,
      answer: { status: 200, description: "The team as it is now", schema: team },
    },
    async ({ actor, params, body }) => {
      await saveTeamQueues(actor.organizationId, params.id, body);
      return readTeam(actor.organizationId, params.id);
    },
  ),
];
