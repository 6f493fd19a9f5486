"use client";

import { useQuery } from "@tanstack/react-query";
import { UserRoundSearch } from "lucide-react";
import Link from "next/link";
import type { ComponentType } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Avatar } from "@/components/ui/avatar";
import { buttonVariants } from "@/components/ui/button-variants";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { CustomerDetails } from "./customer-details";
import { DedicatedAgentField } from "./dedicated-agent-field";
import { customerQuery } from "./queries";
import { Timeline } from "./timeline";

const path = [{ label: "Customers", href: "/customers" }];

interface CustomerProfileProps {
  id: string;
  WhyHere: ComponentType<{ conversationId: string }>;
}

export function CustomerProfile({ id, WhyHere }: CustomerProfileProps) {
  const { data: customer, error, refetch, isFetching } = useQuery(customerQuery(id));
  if (customer !== undefined) {
    return (
      <div className="mx-auto max-w-6xl pb-8">
        <PageHeader
          path={path}
          title={
            <span className="flex items-center gap-2.5">
              <Avatar name={customer.name} size="lg" />
              <span className="truncate">{customer.name}</span>
            </span>
          }
        />
        <div className="grid gap-x-8 gap-y-6 px-4 pt-5 sm:px-6 lg:grid-cols-[21rem_minmax(0,1fr)]">
          <div className="flex flex-col gap-6">
            {customer.dedicatedAgent === undefined ? null : <DedicatedAgentField customer={customer} link={customer.dedicatedAgent} />}
            <CustomerDetails customer={customer} />
          </div>
          <section aria-label="Timeline" className="flex min-w-0 flex-col gap-3">
            <h2 className="text-sm font-semibold">Timeline</h2>
            <Timeline customer={customer} WhyHere={WhyHere} />
          </section>
        </div>
      </div>
    );
  }
  if (error === null) return <CustomerProfileSkeleton />;
  if (error instanceof ProblemError && error.code === "not_found") {
    return (
      <EmptyState
        icon={UserRoundSearch}
        title="There is no such customer"
        action={
          <Link href="/customers" className={buttonVariants()}>
            Search customers
          </Link>
        }
        className="h-full"
      >
        The address may have a slip in it, or the customer was removed.
      </EmptyState>
    );
  }
  return <ErrorState title="This customer could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} className="h-full" />;
}

export function CustomerProfileSkeleton() {
  return (
    <div aria-busy className="mx-auto max-w-6xl">
      <PageHeader
        path={path}
        title={
          <span className="flex h-8 items-center gap-2.5">
            <Skeleton className="size-8 rounded-full" />
            <Skeleton className="h-5 w-44" />
          </span>
        }
      />
      <div className="grid gap-x-8 gap-y-6 px-4 pt-5 sm:px-6 lg:grid-cols-[21rem_minmax(0,1fr)]">
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-12 w-full" />
          <Skeleton className="h-4 w-48" />
        </div>
        <div className="flex flex-col gap-3">
          <Skeleton className="h-4 w-20" />
          <Skeleton className="h-64 w-full rounded-xl" />
        </div>
      </div>
    </div>
  );
}
