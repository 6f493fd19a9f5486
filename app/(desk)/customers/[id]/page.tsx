import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { WhyHere } from "@/components/conversations/why-here";
import { CustomerProfile } from "@/components/customers/customer-profile";
import { customerQuery, timelineLimit, timelineQuery } from "@/components/customers/queries";
import { currentActor, within } from "@/lib/auth/current";
import { may, type Actor } from "@/lib/auth/actor";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { AppError } from "@/lib/contracts/app-error";
import { id as customerId } from "@/lib/contracts/common";
import { listConversations } from "@/lib/reads/conversations";
import { getCustomerProfile } from "@/lib/reads/customers";

export const metadata: Metadata = { title: "Customer" };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor(await headers());
  if (!actor?.permissions.has("customer.read")) return null;
  const queryClient = await within(actor, () => read(actor, id));
  const profile = queryClient.getQueryData(customerQuery(id).queryKey);
  // Merged into another: the page is that one's.
  if (profile && profile.id !== id) redirect(`/customers/${profile.id}`);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CustomerProfile id={id} WhyHere={WhyHere} />
    </HydrationBoundary>
  );
}

/** What the page shows at once; for an id that leads nowhere the page asks the API, and says what it says. */
async function read(actor: Actor, id: string) {
  const queryClient = makeQueryClient();
  if (!customerId.safeParse(id).success) return queryClient;
  const [profile, conversations] = await Promise.all([
    getCustomerProfile(actor, id).catch(nullIfNotFound),
    may(actor, "conversation.read") ? listConversations(actor, { customerId: id, limit: timelineLimit }) : null,
  ]);
  if (profile === null) return queryClient;
  queryClient.setQueryData(customerQuery(id).queryKey, profile);
  if (conversations !== null) queryClient.setQueryData(timelineQuery(id).queryKey, { pages: [conversations], pageParams: [null] });
  return queryClient;
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
