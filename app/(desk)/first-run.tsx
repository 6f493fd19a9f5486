import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { setupQuery } from "@/components/setup/queries";
import { may, type Actor } from "@/lib/auth/actor";
import { within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { getSetup } from "@/lib/reads/setup";

/** The first-run checklist, read with the page it stands on, so that it doesn't push that page down when it comes. */
export async function FirstRun({ actor, children }: { actor: Actor; children: ReactNode }) {
  if (!may(actor, "routing_settings.write")) return null;
  const queryClient = makeQueryClient();
  queryClient.setQueryData(setupQuery().queryKey, await within(actor, () => getSetup(actor)));
  return <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>;
}
