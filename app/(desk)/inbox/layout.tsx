import type { Metadata } from "next";
import type { ReactNode } from "react";
import { WhyHere } from "@/components/conversations/why-here";
import { Inbox } from "@/components/inbox/inbox";

export const metadata: Metadata = { title: "Inbox" };

/** The panes stand in the layout, so that going from one conversation to another keeps them; the address says which is open. */
export default function InboxLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Inbox WhyHere={WhyHere} />
      {children}
    </>
  );
}
