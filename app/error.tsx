"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter();
  // What failed may have failed on the server: it is asked again before this part is shown again.
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <ErrorState title="This page could not be shown" detail="Something went wrong on our side. Nothing you saved is lost." onRetry={retry} />
    </main>
  );
}
