import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { WhyHere } from "@/components/conversations/why-here";
import { Inbox } from "@/components/inbox/inbox";
import { inLineFilters, listLimit, listQuery, mineFilters, offeredToMeFilters, waitingForMeFilters } from "@/components/inbox/lists";
import { InboxSetup } from "@/components/setup/inbox-setup";
import { may, type Actor } from "@/lib/auth/actor";
import { currentActor, within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { listConversations } from "@/lib/reads/conversations";
import { FirstRun } from "../first-run";

export const metadata: Metadata = { title: "Inbox" };

/** The panes stand in the layout, so that going from one conversation to another keeps them; the address says which is open. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  return (
    <HydrationBoundary state={dehydrate(await within(actor, () => read(actor)))}>
      <div className="flex h-full flex-col">
        <FirstRun actor={actor}>
          <InboxSetup />
        </FirstRun>
        <div className="min-h-96 flex-1">
          <Inbox WhyHere={WhyHere} />
        </div>
      </div>
      {children}
    </HydrationBoundary>
  );
}

/** The lists that are in sight at once; the others, and what may not be seen, are asked from the API. */
async function read(actor: Actor) {
  const queryClient = makeQueryClient();
  if (!may(actor, "conversation.read") || actor.userId === null) return queryClient;
  const lists = [offeredToMeFilters, mineFilters, inLineFilters, ...(may(actor, "customer.dedicated_agent.view") ? [waitingForMeFilters] : [])];
  await Promise.all(
    lists.map(async (filters) => {
      queryClient.setQueryData(listQuery(filters).queryKey, await listConversations(actor, { ...filters, limit: listLimit }));
    }),
  );
  return queryClient;
}
