"use client";

import { useEffect } from "react";

/** Keeps "(2) " before the tab's title, whatever page sets the title meanwhile. */
export function useTitleCount(count: number): void {
  useEffect(() => {
    const apply = () => {
      const title = withCount(document.title, count);
      // Only a real change: this very write is observed too.
      if (document.title !== title) document.title = title;
    };
    const observer = new MutationObserver(apply);
    observer.observe(document.head, { subtree: true, childList: true, characterData: true });
    apply();
    return () => {
      observer.disconnect();
      document.title = withCount(document.title, 0);
    };
  }, [count]);
}

export function withCount(title: string, count: number): string {
  const bare = title.replace(/^\(\d+\) /, "");
  return count > 0 ? `(${count}) ${bare}` : bare;
}
