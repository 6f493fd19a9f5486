import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import type { Account, ChangePasswordBody, SecondFactorKey, SessionList } from "@/lib/contracts/account";

export function accountQuery() {
  return queryOptions({ queryKey: ["account"], queryFn: ({ signal }): Promise<Account> => dataOf(api.GET("/api/v1/me/account", { signal })) });
}

export function sessionsQuery() {
  return queryOptions({ queryKey: ["sessions"], queryFn: ({ signal }): Promise<SessionList> => dataOf(api.GET("/api/v1/me/sessions", { signal })) });
}

export function changePassword(body: ChangePasswordBody): Promise<Account> {
  return dataOf(api.PUT("/api/v1/me/password", { body }));
}

export function endSession(id: string): Promise<SessionList> {
  return dataOf(api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } }));
}

export function endOtherSessions(): Promise<SessionList> {
  return dataOf(api.POST("/api/v1/me/sessions/end-others"));
}

export function beginSecondFactor(password: string): Promise<SecondFactorKey> {
  return dataOf(api.POST("/api/v1/me/second-factor", { body: { password } }));
}

export function confirmSecondFactor(code: string): Promise<Account> {
  return dataOf(api.POST("/api/v1/me/second-factor/confirm", { body: { code } }));
}

export async function renewRecoveryCodes(password: string): Promise<readonly string[]> {
  return (await dataOf(api.POST("/api/v1/me/second-factor/recovery-codes", { body: { password } }))).recoveryCodes;
}

export function disableSecondFactor(password: string): Promise<Account> {
  return dataOf(api.POST("/api/v1/me/second-factor/disable", { body: { password } }));
}
