import { api, dataOf } from "@/lib/client/api";
import type { AgentStatus, Me } from "@/lib/contracts/users";

export function setMyStatus(status: AgentStatus) {
  return dataOf(api.PUT("/api/v1/me/status", { body: { status } }));
}

/** As it will be once the server has taken my new status. */
export function withMyStatus(me: Me, status: AgentStatus): Me {
  if (!me.user?.agent) return me;
  return { ...me, user: { ...me.user, agent: { ...me.user.agent, status } } };
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
