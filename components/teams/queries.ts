import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { Team } from "@/lib/contracts/teams";

/** As many users as are looked through at once; a search finds the others. */
const usersLimit = 100;

/** Its members; or, where something is searched for, all users who match. */
export function membersQuery(teamId: string, search: string) {
  return queryOptions({
    queryKey: ["users", "of-team", teamId, search],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => dataOf(api.GET("/api/v1/users", { params: { query: { limit: usersLimit, ...(search === "" ? { teamId } : { search }) } }, signal })),
  });
}

export function createTeam(body: { name: string; capacity: number }): Promise<Team> {
  return dataOf(api.POST("/api/v1/teams", { body }));
}

export function updateTeam(id: string, body: { name?: string; capacity?: number; routingEnabled?: boolean }): Promise<Team> {
  return dataOf(api.PATCH("/api/v1/teams/{id}", { params: { path: { id } }, body }));
}

export function saveTeamQueues(id: string, queues: { queueId: string; isOverflow: boolean }[]): Promise<Team> {
  return dataOf(api.PUT("/api/v1/teams/{id}/queues", { params: { path: { id } }, body: { queues } }));
}

export function deleteTeam(id: string): Promise<{ leftMembers: number }> {
  return dataOf(api.DELETE("/api/v1/teams/{id}", { params: { path: { id } } }));
}

/** Takes somebody into a team, or out of it. */
export function setMember(id: string, userId: string, isMember: boolean): Promise<Team> {
  const params = { path: { id, userId } };
  return dataOf(isMember ? api.PUT("/api/v1/teams/{id}/members/{userId}", { params }) : api.DELETE("/api/v1/teams/{id}/members/{userId}", { params }));
}
