"use client";

import { PageError } from "@/components/layout/page-error";

export default function DeskErrorPage({ reset }: { error: Error; reset: () => void }) {
  return <PageError reset={reset} className="h-full" />;
}
