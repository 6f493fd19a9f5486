import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { CustomerList } from "@/components/customers/customer-list";
import { customersLimit, customersQuery } from "@/components/customers/queries";
import { SetupChecklist } from "@/components/setup/setup-checklist";
import { currentActor, within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { listCustomers } from "@/lib/reads/customers";
import { FirstRun } from "../first-run";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({ searchParams }: { searchParams: Promise<{ search?: string | string[] }> }) {
  const { search: given } = await searchParams;
  const search = typeof given === "string" ? given.trim().slice(0, 100) : "";
  const actor = await currentActor(await headers());
  if (!actor?.permissions.has("customer.read")) return null;
  const queryClient = makeQueryClient();
  const page = await within(actor, () => listCustomers(actor, { limit: customersLimit, ...(search !== "" && { search }) }));
  queryClient.setQueryData(customersQuery(search).queryKey, { pages: [page], pageParams: [null] });
  return (
    <>
      <FirstRun actor={actor}>
        <SetupChecklist />
      </FirstRun>
      <HydrationBoundary state={dehydrate(queryClient)}>
        <CustomerList />
      </HydrationBoundary>
    </>
  );
}
