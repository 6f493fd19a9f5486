"use client";

import { usePathname } from "next/navigation";

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

export function backToList(): void {
  window.history.pushState(null, "", root);
}
