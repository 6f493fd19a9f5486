import type { ReactNode } from "react";
import { LiveUpdates } from "./live-updates";
import { Navigation } from "./navigation";
import { TopBar } from "./top-bar";

interface DeskFrameProps {
  children: ReactNode;
  /** How many conversations wait for me, beside Inbox. */
  inboxCount?: ReactNode;
  /** More that the account menu offers. */
  accountItems?: ReactNode;
}

/** What stands around every page of the desk. The page scrolls, the frame stays. */
export function DeskFrame({ children, inboxCount, accountItems }: DeskFrameProps) {
  return (
    <div className="grid h-dvh grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] sm:grid-cols-[auto_minmax(0,1fr)] sm:grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-1.5 left-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent focus:translate-y-0"
      >
        Skip to content
      </a>
      <TopBar accountItems={accountItems} className="sm:col-span-2" />
      <Navigation inboxCount={inboxCount} className="order-last sm:order-none" />
      <main
        id="content"
        tabIndex={-1}
        className="relative min-w-0 overflow-y-auto border-line bg-surface outline-none sm:rounded-tl-xl sm:border-t sm:border-l"
      >
        {children}
      </main>
      <LiveUpdates />
    </div>
  );
}
