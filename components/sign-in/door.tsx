import type { ReactNode } from "react";
import { Mark } from "@/components/layout/mark";

/** The one card on the pages that are shown before somebody is signed in. */
export function Door({ title, lead, children, foot }: { title: string; lead: ReactNode; children: ReactNode; foot?: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 pb-[16vh]">
      <div className="w-full max-w-92 rounded-xl sm:border sm:border-line sm:bg-surface sm:p-7 sm:shadow-xs">
        <Mark className="mb-4 size-9" />
        <h1 className="mb-1 text-xl font-semibold">{title}</h1>
        <p className="mb-5 text-pretty text-ink-muted">{lead}</p>
        {children}
        {foot === undefined ? null : <div className="mt-6 text-xs text-ink-faint">{foot}</div>}
      </div>
    </main>
  );
}
