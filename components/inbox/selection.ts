"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback } from "react";

const root = "/inbox";

export function pathOf(conversationId: string): string {
  return `${root}/${conversationId}`;
}

/** The conversation that the address names. */
export function useSelectedId(): string | null {
  const path = usePathname();
  return path.startsWith(`${root}/`) ? (path.slice(root.length + 1).split("/")[0] ?? null) : null;
}

/** Next follows the browser's history, so the address changes at once and no page is asked for. */
export function openConversation(conversationId: string): void {
  const path = pathOf(conversationId);
  if (window.location.pathname !== path) window.history.pushState(null, "", path);
}

/** The same from anywhere on the desk. */
export function useShowConversation(): (conversationId: string) => void {
  const router = useRouter();
  return useCallback(
    (conversationId) => {
      const { pathname } = window.location;
      if (pathname === root || pathname.startsWith(`${root}/`)) openConversation(conversationId);
      else router.push(pathOf(conversationId));
    },
    [router],
  );
}

export function backToList(): void {
  window.history.pushState(null, "", root);
}
