"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * Holds whoever leaves with unsaved changes: closing or reloading asks through the browser, links of the page and the
 * way back through `pending`, which the caller shows as a question.
 */
export function useLeaveGuard(isDirty: boolean) {
  const router = useRouter();
  const [pending, setPending] = useState<(() => void) | null>(null);

  useEffect(() => {
    if (!isDirty) return;
    const ask = (goOn: () => void) => setPending(() => goOn);

    function onUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    // In the capture phase: before Next's own handler on the link takes the click.
    function onClick(event: MouseEvent) {
      const href = sameTabLink(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => router.push(href));
    }
    function onNavigate(event: Event) {
      const key = traversalKey(event);
      if (key === null) return;
      event.preventDefault();
      ask(() => navigationOf(window)?.traverseTo(key));
    }

    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    navigationOf(window)?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
      navigationOf(window)?.removeEventListener("navigate", onNavigate);
    };
  }, [isDirty, router]);

  return { pending, stay: () => setPending(null) };
}

/** Where a plain click on a link of this site would lead within this tab, if elsewhere than here. */
function sameTabLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || url.pathname === window.location.pathname) return null;
  return url.pathname + url.search + url.hash;
}

/** The Navigation API, where the browser has it: without it the way back can't be held. */
interface HistoryNavigation extends EventTarget {
  traverseTo(key: string): unknown;
}

function navigationOf(holder: object): HistoryNavigation | null {
  if (!("navigation" in holder)) return null;
  const { navigation } = holder;
  return navigation instanceof EventTarget && hasTraverseTo(navigation) ? navigation : null;
}

function hasTraverseTo(target: EventTarget): target is HistoryNavigation {
  return "traverseTo" in target && typeof target.traverseTo === "function";
}

/** The key of the history entry that a step back or forward leads to, when it may be held. */
function traversalKey(event: Event): string | null {
  if (!event.cancelable || !("navigationType" in event) || event.navigationType !== "traverse" || !("destination" in event)) return null;
  const { destination } = event;
  if (typeof destination !== "object" || destination === null || !("key" in destination)) return null;
  return typeof destination.key === "string" ? destination.key : null;
}
