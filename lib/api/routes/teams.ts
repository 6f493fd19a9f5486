import { addTeamMember, removeTeamMember } from "../../commands/change-team-member";
import { createTeam } from "../../commands/create-team";
import { deleteTeam } from "../../commands/delete-team";
import { saveTeamQueues } from "../../commands/save-team-queues";
import { updateTeam } from "../../commands/update-team";
import { createTeamBody, deletedTeam, putTeamQueuesBody, team, teamList, teamMemberPath, updateTeamBody } from "../../contracts/teams";
import { listTeams, readTeam } from "../../reads/teams";
import { operation } from "../operation";
import { byId } from "./by-id";

const write = { tag: "Teams", access: "routing_settings.write" } as const;
const asItIs = { status: 200, description: "The team as it is now", schema: team } as const;

export const teamOperations = [
  operation(
    {
      operationId: "listTeams",
      method: "get",
      path: "/teams",
      tag: "Teams",
      summary: "Teams by name, with the queues they serve",
      access: "routing_settings.read",
      answer: { status: 200, description: "The teams", schema: teamList },
    },
    ({ actor }) => listTeams(actor),
  ),
  operation(
    {
      ...write,
      operationId: "createTeam",
      method: "post",
      path: "/teams",
      summary: "Add a team",
      description: "With routing on, without members, and serving nothing yet.",
      body: createTeamBody,
      answer: { status: 201, description: "The team", schema: team },
      problems: ["already_exists", "conflict"],
    },
    async ({ actor, body }) => readTeam(actor.organizationId, await createTeam(actor, body)),
  ),
  operation(
    {
      ...write,
      operationId: "updateTeam",
      method: "patch",
      path: "/teams/{id}",
      summary: "Rename a team, switch its routing, set its agents' capacity",
      description: "What is left out stays. Who holds more than a smaller capacity keeps it.",
      params: byId,
      body: updateTeamBody,
      answer: asItIs,
      problems: ["already_exists"],
    },
    async ({ actor, params, body }) => {
      await updateTeam(actor, params.id, body);
      return readTeam(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      ...write,
      operationId: "putTeamQueues",
      method: "put",
      path: "/teams/{id}/queues",
      summary: "Say which queues a team serves, and which only as overflow",
      params: byId,
      body: putTeamQueuesBody,
      answer: asItIs,
    },
    async ({ actor, params, body }) => {
      await saveTeamQueues(actor, params.id, body);
      return readTeam(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      ...write,
      operationId: "deleteTeam",
      method: "delete",
      path: "/teams/{id}",
      summary: "Delete a team",
      description: "Its members stay, with what they hold; they are given nothing more for its sake.",
      params: byId,
      answer: { status: 200, description: "How many members it had", schema: deletedTeam },
    },
    ({ actor, params }) => deleteTeam(actor, params.id),
  ),
  operation(
    {
      operationId: "addTeamMember",
      method: "put",
      path: "/teams/{id}/members/{userId}",
      tag: "Teams",
      summary: "Take a user into a team",
      description: "Who is in it stays. The list of users, filtered by teamId, says who is.",
      access: "user.manage",
      params: teamMemberPath,
      answer: asItIs,
    },
    async ({ actor, params }) => {
      await addTeamMember(actor, { teamId: params.id, userId: params.userId });
      return readTeam(actor.organizationId, params.id);
    },
  ),
  operation(
    {
      operationId: "removeTeamMember",
      method: "delete",
      path: "/teams/{id}/members/{userId}",
      tag: "Teams",
      summary: "Take a user out of a team",
      description: "They keep what they hold.",
      access: "user.manage",
      params: teamMemberPath,
      answer: asItIs,
    },
    async ({ actor, params }) => {
      await removeTeamMember(actor, { teamId: params.id, userId: params.userId });
      return readTeam(actor.organizationId, params.id);
    },
  ),
];
