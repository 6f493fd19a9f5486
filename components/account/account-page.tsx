"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/layout/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { meQuery } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { PasswordSection } from "./password-section";
import { accountQuery } from "./queries";
import { SecondFactorSection } from "./second-factor-section";
import { SessionsSection } from "./sessions-section";

export function AccountPage() {
  const { data: me } = useQuery(meQuery());
  const { data: account, error, refetch, isFetching } = useQuery(accountQuery());
  return (
    <div className="mx-auto max-w-3xl pb-8">
      <PageHeader title="Account" />
      <p className="px-4 pt-1 pb-4 break-words text-ink-muted sm:px-6">
        {me?.user ? `${me.user.name}, ${me.user.email}` : <Skeleton className="h-4 w-56" />}
      </p>
      {account !== undefined ? (
        <>
          <PasswordSection hasPassword={account.hasPassword} />
          <SecondFactorSection account={account} />
        </>
      ) : error !== null ? (
        <ErrorState title="Your account could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <div aria-busy className="flex flex-col gap-3 border-t border-line px-4 py-5 sm:px-6">
          <Skeleton className="h-5 w-32" />
          <Skeleton className="h-4 w-72" />
        </div>
      )}
      <SessionsSection />
    </div>
  );
}
