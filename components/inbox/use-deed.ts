"use client";

import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { sentenceOf } from "@/lib/client/problem-error";
import type { ConversationDetail, ConversationPage } from "@/lib/contracts/conversations";
import { conversationQuery, sendDeed, type Deed } from "./queries";

interface Subject {
  readonly id: string;
  readonly customer: { readonly name: string };
}

interface Doing {
  readonly conversation: Subject;
  readonly deed: Deed;
}

/** Does something with a conversation: shown at once where that is safe, taken back with a reason when refused. */
export function useDeed() {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    // One after the other, in every place that does any: a quick Undo must not reach the server before what it undoes.
    scope: { id: "deed" },
    mutationFn: ({ conversation, deed }: Doing) => sendDeed(conversation.id, deed),
    onMutate: async ({ conversation, deed }) => {
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
      queryClient.setQueryData(conversationQuery(conversation.id).queryKey, answer);
      if (deed.kind === "done") {
        toast(`Done: ${conversation.customer.name}`, {
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

const failed = {
  done: "Not done",
  reopen: "Not reopened",
  snooze: "Not snoozed",
  assign: "Not assigned",
  "route-now": "Not routed",
} as const satisfies Record<Deed["kind"], string>;

/** Only what the server will surely say too; who gets a conversation is the router's to tell. */
function showAlready(queryClient: QueryClient, id: string, deed: Deed): void {
  if (deed.kind !== "done" && deed.kind !== "snooze") return;
  const change = (detail: ConversationDetail): ConversationDetail => ({
    ...detail,
    state: deed.kind === "done" ? "done" : "snoozed",
    snoozedUntil: deed.kind === "snooze" ? deed.until : null,
    routing: { ...detail.routing, state: "out", wait: null },
  });
  queryClient.setQueryData(conversationQuery(id).queryKey, (detail) => detail && change(detail));
  queryClient.setQueriesData<ConversationPage>({ queryKey: ["conversations"], predicate: ({ queryKey }) => isOfOpenOnes(queryKey) }, (page) =>
    page && { ...page, items: page.items.filter((item) => item.id !== id) },
  );
}

/** Every list but a customer's earlier conversations and the snoozed ones holds open ones only. */
function isOfOpenOnes(queryKey: readonly unknown[]): boolean {
  const filters = queryKey[1];
  if (typeof filters !== "object" || filters === null) return false;
  if ("customerId" in filters) return false;
  return !("state" in filters) || filters.state === "open";
}
