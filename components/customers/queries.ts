import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { api, dataOf } from "@/lib/client/api";
import { noteServerNow } from "@/lib/client/server-clock";
import type { ConversationPage } from "@/lib/contracts/conversations";
import type { customerPage, CustomerProfile } from "@/lib/contracts/customers";

/** As many as are read at a time. */
export const customersLimit = 50;
export const timelineLimit = 20;

/** Customers by name, with part of their name or e-mail if `search` is not empty. */
export function customersQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["customers", "list", { search }],
    queryFn: ({ pageParam, signal }): Promise<z.infer<typeof customerPage>> =>
      dataOf(
        api.GET("/api/v1/customers", {
          params: { query: { limit: customersLimit, ...(search !== "" && { search }), ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ["customers", "profile", id],
    queryFn: ({ signal }): Promise<CustomerProfile> => dataOf(api.GET("/api/v1/customers/{id}", { params: { path: { id } }, signal })),
  });
}

/** A customer's conversations, newest first. */
export function timelineQuery(customerId: string) {
  return infiniteQueryOptions({
    queryKey: ["conversations", "timeline", customerId],
    queryFn: async ({ pageParam, signal }): Promise<ConversationPage> => {
      const page = await dataOf(
        api.GET("/api/v1/conversations", {
          params: { query: { customerId, limit: timelineLimit, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      );
      noteServerNow(page.now);
      return page;
    },
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Agents who can be routed conversations, with part of their name or e-mail. */
export function routableAgentsQuery(search: string) {
  return queryOptions({
    queryKey: ["users", "routable", { search }],
    queryFn: ({ signal }) =>
      dataOf(api.GET("/api/v1/users", { params: { query: { routable: true, limit: 50, ...(search !== "" && { search }) } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Links the agent; null: none. */
export function setDedicatedAgent(customerId: string, agentId: string | null) {
  const params = { path: { id: customerId } };
  return agentId === null
    ? dataOf(api.DELETE("/api/v1/customers/{id}/dedicated-agent", { params }))
    : dataOf(api.PUT("/api/v1/customers/{id}/dedicated-agent", { params, body: { agentId } }));
}

export interface CustomerDetails {
  readonly name: string;
  readonly email: string | null;
  readonly externalId: string | null;
}

export function createCustomer(body: CustomerDetails) {
  return dataOf(api.POST("/api/v1/customers", { body }));
}

export function updateCustomer(id: string, body: CustomerDetails) {
  return dataOf(api.PATCH("/api/v1/customers/{id}", { params: { path: { id } }, body }));
}

export function moveConversation(id: string, customerId: string) {
  return dataOf(api.POST("/api/v1/conversations/{id}/move", { params: { path: { id } }, body: { customerId } }));
}

// A plain null would give the page parameter the type null.
const firstPage: string | null = null;
