"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorState } from "@/components/ui/error-state";

/** In the place of a page that failed. What failed may have failed on the server: it is asked again before the page is shown again. */
export function PageError({ reset, className }: { reset: () => void; className?: string }) {
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <ErrorState
      title="This page could not be shown"
      detail="Something went wrong on our side. Nothing you saved is lost."
      onRetry={retry}
      {...(className !== undefined && { className })}
    />
  );
}
