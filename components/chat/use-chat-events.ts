"use client";

import { useEffect } from "react";

const firstPauseMs = 500;
const longestPauseMs = 15_000;

/**
 * Calls `onChange` whenever the server says that something changed, and after each break in the line: what was
 * missed meanwhile is only known by reading again. A browser gives up on an answer that is no stream (a restart
 * behind a proxy, say); so the line is opened anew from here, with growing pauses.
 */
export function useChatEvents(url: string | null, onChange: () => void, onLine: (isUp: boolean) => void): void {
  useEffect(() => {
    if (url === null) return;
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pauseMs = firstPauseMs;
    const open = () => {
      source = new EventSource(url);
      source.onopen = () => {
        pauseMs = firstPauseMs;
        onLine(true);
        onChange();
      };
      source.onmessage = onChange;
      source.onerror = () => {
        source?.close();
        onLine(false);
        timer = setTimeout(open, pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      };
    };
    const openNow = () => {
      if (source?.readyState === EventSource.OPEN) return;
      source?.close();
      clearTimeout(timer);
      open();
    };
    open();
    window.addEventListener("online", openNow);
    return () => {
      window.removeEventListener("online", openNow);
      clearTimeout(timer);
      source?.close();
    };
  }, [url, onChange, onLine]);
}
