import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { RoutedNotices } from "@/components/inbox/routed-notices";
import { WaitingCount } from "@/components/inbox/waiting-count";
import { DeskFrame } from "@/components/layout/desk-frame";
import { ShowSetupItem } from "@/components/setup/show-setup-item";
import { ToSignIn } from "@/components/sign-in/to-sign-in";
import { currentActor, within } from "@/lib/auth/current";
import { meQuery } from "@/lib/client/me";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { getMe } from "@/lib/reads/me";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor(await headers());
  if (actor === null) return <ToSignIn />;
  const queryClient = makeQueryClient();
  queryClient.setQueryData(meQuery().queryKey, await within(actor, () => getMe(actor)));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DeskFrame inboxCount={<WaitingCount />} accountItems={<ShowSetupItem />}>
        {children}
        <RoutedNotices />
      </DeskFrame>
    </HydrationBoundary>
  );
}
