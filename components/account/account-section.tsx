import { useId, type ReactNode } from "react";

/** One thing about oneself: what it is, how it stands, what can be done. */
export function AccountSection({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="border-t border-line px-4 py-5 sm:px-6">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h2 id={titleId} className="mr-auto text-base font-semibold">
          {title}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
