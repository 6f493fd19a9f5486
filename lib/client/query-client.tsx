"use client";

import { QueryClient, QueryClientProvider, isServer } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ProblemError } from "./problem-error";

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

let ofThisTab: QueryClient | undefined;

function queryClient(): QueryClient {
  // On the server one for each request: what one person reads must never be another's.
  if (isServer) return makeQueryClient();
  ofThisTab ??= makeQueryClient();
  return ofThisTab;
}

export function QueryProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient()}>{children}</QueryClientProvider>;
}

/** What the caller must mend (4xx) stays refused however often it is asked. */
function isWorthRetrying(error: Error): boolean {
  return !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;
}
