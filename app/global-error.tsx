"use client";

import "./globals.css";
import { ErrorState } from "@/components/ui/error-state";

/** Stands in for the root layout itself, so it brings its own document. */
export default function GlobalErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh items-center justify-center">
          <ErrorState title="Kith could not be shown" detail="Something went wrong on our side. Nothing you saved is lost." onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
