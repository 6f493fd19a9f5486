"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState title="This page could not be shown" detail="Something went wrong on our side. Nothing you saved is lost." onRetry={reset} />
    </main>
  );
}
