"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { meQuery } from "@/lib/client/me";
import { AccountMenu } from "./account-menu";
import { Connection } from "./connection";
import { Mark } from "./mark";
import { MissedOffer } from "./missed-offer";
import { MyStatus } from "./my-status";
import { WentOffline } from "./went-offline";

export function TopBar({ accountItems, className }: { accountItems?: ReactNode; className?: string }) {
  const { data: me } = useQuery(meQuery());
  return (
    <header className={cn("bg-canvas", className)}>
      <div className="flex h-12 items-center gap-2 px-3 sm:gap-3 sm:px-4">
        <Link href="/inbox" className="flex min-w-0 items-center gap-2 rounded-md">
          <Mark className="shrink-0" />
          <span className="sr-only">Kith, </span>
          {me === undefined ? (
            <Skeleton className="h-4 w-28" />
          ) : (
            <span className="truncate text-base font-semibold max-[26rem]:sr-only">{me.organization.name}</span>
          )}
        </Link>
        <div className="ml-auto flex items-center gap-2 sm:gap-3">
          <Connection />
          {me?.user?.agent ? <MyStatus agent={me.user.agent} /> : null}
          {me?.user ? <AccountMenu user={me.user} items={accountItems} /> : <Skeleton className="size-8 rounded-full" />}
        </div>
      </div>
      {me?.user?.agent ? <WentOffline agent={me.user.agent} /> : null}
      {me?.user?.agent ? <MissedOffer agent={me.user.agent} /> : null}
    </header>
  );
}
