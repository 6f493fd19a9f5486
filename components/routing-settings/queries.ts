import { queryOptions } from "@tanstack/react-query";
import { api, dataOf } from "@/lib/client/api";
import { ProblemError } from "@/lib/client/problem-error";
import { routingSettings, type PutRoutingSettingsBody, type RoutingSettings } from "@/lib/contracts/routing-settings";

export function routingSettingsQuery() {
  return queryOptions({
    queryKey: ["routing-settings"],
    queryFn: ({ signal }): Promise<RoutingSettings> => dataOf(api.GET("/api/v1/routing-settings", { signal })),
  });
}

/** The general settings are not this page's: they stay. */
export function putRoutingSettings(body: Omit<PutRoutingSettingsBody, "general">): Promise<RoutingSettings> {
  return dataOf(api.PUT("/api/v1/routing-settings", { body }));
}

/** With a refusal because somebody else saved meanwhile: what they saved. */
export function savedMeanwhile(error: unknown): RoutingSettings | null {
  if (!(error instanceof ProblemError) || error.code !== "stale_version") return null;
  const current = routingSettings.safeParse(error.current);
  return current.success ? current.data : null;
}
