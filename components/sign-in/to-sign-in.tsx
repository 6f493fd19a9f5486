"use client";

import { useEffect } from "react";

/** A layout does not know the address it is shown at; the browser does, with its search. */
export function ToSignIn() {
  useEffect(() => {
    const { pathname, search } = window.location;
    window.location.replace(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }, []);
  return (
    <main className="flex h-dvh items-center justify-center">
      <a href="/sign-in" className="text-accent-ink underline underline-offset-2">
        Sign in to go on
      </a>
    </main>
  );
}
