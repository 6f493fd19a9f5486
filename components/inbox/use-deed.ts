"use client";

import { useIsMutating, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { meQuery } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { ConversationDetail, ConversationPage } from "@/lib/contracts/conversations";
import { noteAnswer } from "./answered-offers";
import { wishForComposer } from "./composer-wish";
import { listQuery, mineFilters, offeredToMeFilters } from "./lists";
import { conversationQuery, sendDeed, type Deed } from "./queries";
import { useShowConversation } from "./selection";
import { whereaboutsOf } from "./whereabouts";

interface Subject {
  readonly id: string;
  readonly customer: { readonly name: string };
}

interface Doing {
  readonly conversation: Subject;
  readonly deed: Deed;
}

const mutationKey = ["deed"];

/** Does something with a conversation: shown at once where that is safe, taken back with a reason when refused. */
export function useDeed() {
  const queryClient = useQueryClient();
  const show = useShowConversation();
  const mutation = useMutation({
    mutationKey,
    // One after the other, in every place that does any: a quick Undo must not reach the server before what it undoes.
    scope: { id: "deed" },
    mutationFn: ({ conversation, deed }: Doing) => sendDeed(conversation.id, deed),
    onMutate: async ({ conversation, deed }) => {
      // What is not shown before the answer need not be taken back.
      if (deed.kind !== "done" && deed.kind !== "snooze") return null;
      await queryClient.cancelQueries({ queryKey: ["conversations"] });
      await queryClient.cancelQueries({ queryKey: ["conversation", conversation.id], exact: true });
      const before = {
        lists: queryClient.getQueriesData<ConversationPage>({ queryKey: ["conversations"] }),
        detail: queryClient.getQueryData(conversationQuery(conversation.id).queryKey),
      };
      showAlready(queryClient, conversation.id, deed);
      return before;
    },
    onSuccess: (answer, { conversation, deed }) => {
      if (deed.kind === "accept") wishForComposer(conversation.id);
      if (deed.kind === "accept" || deed.kind === "decline") noteAnswer(conversation.id);
      queryClient.setQueryData(conversationQuery(conversation.id).queryKey, answer);
      const myId = queryClient.getQueryData(meQuery().queryKey)?.user?.id;
      const { name } = conversation.customer;
      if (deed.kind === "accept" || deed.kind === "decline") showAnswered(queryClient, answer, deed.kind);
      if (deed.kind === "accept") show(conversation.id);
      if (deed.kind === "decline") toast(`Declined: ${name}`, { description: whereaboutsOf(answer, myId) });
      if (deed.kind === "transfer") toast(`Transferred to ${deed.queue.name}: ${name}`, { description: whereaboutsOf(answer, myId) });
      if (deed.kind === "done") {
        toast(`Done: ${name}`, {
          action: { label: "Undo", onClick: () => mutation.mutate({ conversation, deed: { kind: "reopen" } }) },
        });
      }
    },
    onError: (error, { conversation, deed }, before) => {
      for (const [key, page] of before?.lists ?? []) queryClient.setQueryData(key, page);
      if (before?.detail) queryClient.setQueryData(conversationQuery(conversation.id).queryKey, before.detail);
      toast.error(`${failed[deed.kind]}: ${sentenceOf(error)}`);
    },
    onSettled: (_answer, _error, { conversation }) => {
      void queryClient.invalidateQueries({ queryKey: ["conversations"] });
      void queryClient.invalidateQueries({ queryKey: ["conversation", conversation.id] });
      void queryClient.invalidateQueries({ queryKey: ["me"] });
    },
  });
  return mutation;
}

/** Whether something is being done with it, in any place of this tab. */
export function useIsDoing(conversationId: string): boolean {
  return useIsMutating({ mutationKey, predicate: ({ state }) => isAbout(state.variables, conversationId) }) > 0;
}

function isAbout(doing: unknown, conversationId: string): boolean {
  if (typeof doing !== "object" || doing === null || !("conversation" in doing)) return false;
  const { conversation } = doing;
  return typeof conversation === "object" && conversation !== null && "id" in conversation && conversation.id === conversationId;
}

const failed = {
  done: "Not done",
  reopen: "Not reopened",
  snooze: "Not snoozed",
  assign: "Not assigned",
  transfer: "Not transferred",
  accept: "Not accepted",
  decline: "Not declined",
  "route-now": "Not routed",
} as const satisfies Record<Deed["kind"], string>;

/** Only what the server will surely say too; who gets a conversation is the router's to tell. */
function showAlready(queryClient: QueryClient, id: string, deed: Extract<Deed, { kind: "done" | "snooze" }>): void {
  const change = (detail: ConversationDetail): ConversationDetail => ({
    ...detail,
    state: deed.kind === "done" ? "done" : "snoozed",
    snoozedUntil: deed.kind === "snooze" ? deed.until : null,
    routing: { ...detail.routing, state: "out", wait: null, offer: null },
  });
  queryClient.setQueryData(conversationQuery(id).queryKey, (detail) => detail && change(detail));
  queryClient.setQueriesData<ConversationPage>({ queryKey: ["conversations"], predicate: ({ queryKey }) => isOfOpenOnes(queryKey) }, (page) =>
    page && { ...page, items: page.items.filter((item) => item.id !== id) },
  );
}

/** What was answered is not offered any more, and what was accepted is mine: the lists need not be read again to say so. */
function showAnswered(queryClient: QueryClient, answer: ConversationDetail, kind: "accept" | "decline"): void {
  queryClient.setQueryData(listQuery(offeredToMeFilters).queryKey, (page) => page && { ...page, items: page.items.filter(({ id }) => id !== answer.id) });
  if (kind === "decline") return;
  queryClient.setQueryData(listQuery(mineFilters).queryKey, (page) =>
    page && !page.items.some(({ id }) => id === answer.id) ? { ...page, items: [...page.items, answer] } : page,
  );
}

/** Every list but a customer's earlier conversations and the snoozed ones holds open ones only. */
function isOfOpenOnes(queryKey: readonly unknown[]): boolean {
  const filters = queryKey[1];
  if (typeof filters !== "object" || filters === null) return false;
  if ("customerId" in filters) return false;
  return !("state" in filters) || filters.state === "open";
}
