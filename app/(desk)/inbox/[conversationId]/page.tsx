import { HydrationBoundary, dehydrate } from "@tanstack/react-query";
import { headers } from "next/headers";
import { conversationQuery } from "@/components/inbox/queries";
import { may } from "@/lib/auth/actor";
import { currentActor, within } from "@/lib/auth/current";
import { makeQueryClient } from "@/lib/client/make-query-client";
import { AppError } from "@/lib/contracts/app-error";
import { id } from "@/lib/contracts/common";
import { getConversation } from "@/lib/reads/conversations";

/** The inbox with this conversation open: its layout shows it, and here it is read. */
export default async function ConversationPage({ params }: { params: Promise<{ conversationId: string }> }) {
  const { conversationId } = await params;
  const actor = await currentActor(await headers());
  if (!actor || !may(actor, "conversation.read") || !id.safeParse(conversationId).success) return null;
  const conversation = await within(actor, () => getConversation(actor, conversationId)).catch(nullIfNotFound);
  if (conversation === null) return null;
  const queryClient = makeQueryClient();
  queryClient.setQueryData(conversationQuery(conversationId).queryKey, conversation);
  return <HydrationBoundary state={dehydrate(queryClient)} />;
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}
