"use client";

import { PageError } from "@/components/layout/page-error";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <PageError reset={reset} />
    </main>
  );
}
