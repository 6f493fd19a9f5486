"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function DeskErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      detail="Something went wrong on our side. Nothing you saved is lost."
      onRetry={reset}
      className="h-full"
    />
  );
}
