import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem-error";

/** For the browser and for server components, which cannot call what is marked as the client's. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Live events say when something changed; until then what was read stands.
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        // A request is made even when the browser says it is offline: it is often wrong about the local network.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

/** What the caller must mend (4xx) stays refused however often it is asked. */
function isWorthRetrying(error: Error): boolean {
  return !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;
}
