"use client";

import { QueryClientProvider, isServer, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { makeQueryClient } from "./make-query-client";

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
