import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { api, dataOf } from "@/lib/client/api";
import type { customerPage } from "@/lib/contracts/customers";
import type { invitationPage, MadeInvitation } from "@/lib/contracts/invitations";
import type { PermissionSet } from "@/lib/contracts/permission-sets";
import type { Team } from "@/lib/contracts/teams";
import type { HandOver, Leaving, User, userPage, UserState } from "@/lib/contracts/users";

/** All that stands below it is read again when an agent changes. */
export const usersKey = ["users"] as const;

export interface UserChoice {
  readonly search: string;
  /** Null: all. */
  readonly state: UserState | null;
}

export function usersQuery({ search, state }: UserChoice) {
  return infiniteQueryOptions({
    queryKey: [...usersKey, "list", { search, state }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof userPage>> =>
      dataOf(api.GET("/api/v1/users", { params: { query: { ...(search !== "" && { search }), ...(state !== null && { state }), ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function invitationsQuery() {
  return infiniteQueryOptions({
    queryKey: [...usersKey, "invitations"],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof invitationPage>> =>
      dataOf(api.GET("/api/v1/invitations", { params: { query: { limit: 20, ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function leavingQuery(userId: string) {
  return queryOptions({
    queryKey: [...usersKey, "leaving", userId],
    queryFn: ({ signal }): Promise<Leaving> => dataOf(api.GET("/api/v1/users/{id}/leaving", { params: { path: { id: userId } }, signal })),
  });
}

/** A leaver's customers, with part of their name or e-mail. */
export function customersOfQuery(userId: string, search: string) {
  return infiniteQueryOptions({
    queryKey: ["customers", "of-leaver", userId, { search }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof customerPage>> =>
      dataOf(api.GET("/api/v1/customers", { params: { query: { dedicatedAgentId: userId, limit: 20, ...(search !== "" && { search }), ...(pageParam !== null && { cursor: pageParam }) } }, signal })),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Who may be given customers. */
export function heirsQuery(search: string) {
  return queryOptions({
    queryKey: [...usersKey, "heirs", { search }],
    queryFn: async ({ signal }): Promise<readonly User[]> =>
      (await dataOf(api.GET("/api/v1/users", { params: { query: { routable: true, limit: 50, ...(search !== "" && { search }) } }, signal }))).items,
    placeholderData: keepPreviousData,
  });
}

export function teamChoicesQuery() {
  return queryOptions({
    queryKey: ["teams", "choices"],
    queryFn: async ({ signal }): Promise<readonly Pick<Team, "id" | "name">[]> => (await dataOf(api.GET("/api/v1/teams", { signal }))).items,
  });
}

export function permissionSetChoicesQuery() {
  return queryOptions({
    queryKey: ["permission-sets", "choices"],
    queryFn: async ({ signal }): Promise<readonly Pick<PermissionSet, "id" | "name">[]> => (await dataOf(api.GET("/api/v1/permission-sets", { signal }))).items,
  });
}

export interface UserPlaceValues {
  readonly permissionSetId: string;
  /** Left out where teams can't be seen. */
  readonly teamIds?: string[];
  readonly ownCapacity: number | null;
}

export function inviteUser(body: UserPlaceValues & { email: string; name?: string }): Promise<MadeInvitation> {
  return dataOf(api.POST("/api/v1/invitations", { body }));
}

export function renewInvitation(id: string): Promise<MadeInvitation> {
  return dataOf(api.POST("/api/v1/invitations/{id}/renew", { params: { path: { id } } }));
}

export function revokeInvitation(id: string) {
  return dataOf(api.POST("/api/v1/invitations/{id}/revoke", { params: { path: { id } } }));
}

export function updateUser(id: string, body: UserPlaceValues & { name: string }): Promise<User> {
  return dataOf(api.PATCH("/api/v1/users/{id}", { params: { path: { id } }, body }));
}

export function deactivateUser(id: string, body: { handOver?: HandOver; revokeApiKeys: boolean }): Promise<User> {
  return dataOf(api.POST("/api/v1/users/{id}/deactivate", { params: { path: { id } }, body }));
}

export function activateUser(id: string): Promise<User> {
  return dataOf(api.POST("/api/v1/users/{id}/activate", { params: { path: { id } } }));
}

// A plain null would give the page parameter the type null.
const firstPage: string | null = null;
