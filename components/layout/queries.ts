import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { AgentStatus, AgentSummary, Me } from "@/lib/contracts/users";

/** A status to choose: a plain one, or one of the organization's own with its type. */
export type StatusChoice = Pick<AgentSummary, "status" | "customStatus">;

export function plainStatus(status: AgentStatus): StatusChoice {
  return { status, customStatus: null };
}

/** The organization's own statuses. Those who change them tell no agent's browser: to be read again when the menu opens. */
export function customStatusesQuery() {
  return queryOptions({ queryKey: ["custom-statuses"], queryFn: ({ signal }) => dataOf(api.GET("/api/v1/custom-statuses", { signal })) });
}

export function setMyStatus({ status, customStatus }: StatusChoice) {
  const body = customStatus === null ? { status } : { customStatusId: customStatus.id };
  return dataOf(api.PUT("/api/v1/me/status", { body }));
}

/** As it will be once the server has taken my new status. */
export function withMyStatus(me: Me, choice: StatusChoice): Me {
  if (!me.user?.agent) return me;
  return { ...me, user: { ...me.user, agent: { ...me.user.agent, ...choice } } };
}

/** Ends this browser's session; better-auth answers, not our API. */
export async function signOut(): Promise<boolean> {
  const response = await fetch("/api/auth/sign-out", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  }).catch(() => null);
  return response?.ok ?? false;
}
