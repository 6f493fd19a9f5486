"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { cn } from "@/components/ui/class-names";
import { noteServerNowAtLeast } from "@/lib/client/server-clock";
import { ConversationPane, NothingOpen } from "./conversation-pane";
import { CustomerPane, type WhyHereComponent } from "./customer-pane";
import { InboxList } from "./inbox-list";
import { listQuery, mineFilters } from "./lists";
import { conversationQuery } from "./queries";
import { focusNeighbour, holdsFocus } from "./row-focus";
import { useUnseen } from "./seen";
import { useSelectedId } from "./selection";
import { ShortcutsDialog } from "./shortcuts-dialog";
import { useDeed } from "./use-deed";
import { useShortcuts, type Shortcuts } from "./use-shortcuts";

/** Three panes that keep their place; on narrow screens the one that is looked at. */
export function Inbox({ WhyHere }: { WhyHere: WhyHereComponent }) {
  const selectedId = useSelectedId();
  const { data: mine } = useQuery(listQuery(mineFilters));
  // Read on the server: how long ago is not known, but the server's clock has not gone back since.
  useEffect(() => {
    if (mine) noteServerNowAtLeast(mine.now);
  }, [mine]);
  const unseenIds = useUnseen(mine?.items, selectedId);
  const [detailsOf, setDetailsOf] = useState<string | null>(null);
  const areDetailsOpen = selectedId !== null && detailsOf === selectedId;
  const [areShortcutsShown, setAreShortcutsShown] = useState(false);
  const listRef = useRef<HTMLElement>(null);
  const composerRef = useRef<HTMLTextAreaElement>(null);
  const markDone = useMarkDone(selectedId);

  const shortcuts = useMemo((): Shortcuts => {
    return {
      j: () => focusNeighbour(listRef.current, 1),
      k: () => focusNeighbour(listRef.current, -1),
      // Elsewhere the arrows scroll.
      ArrowDown: () => holdsFocus(listRef.current) && focusNeighbour(listRef.current, 1),
      ArrowUp: () => holdsFocus(listRef.current) && focusNeighbour(listRef.current, -1),
      e: markDone,
      r: () => {
        composerRef.current?.focus();
        return composerRef.current !== null;
      },
      "?": () => setAreShortcutsShown(true),
    };
  }, [markDone]);
  useShortcuts(shortcuts);

  return (
    <div className="grid h-full grid-cols-1 md:grid-cols-[18rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)_20rem]">
      <section ref={listRef} aria-label="Conversations" className={cn("min-h-0 border-line md:border-r", selectedId !== null && "max-md:hidden")}>
        <InboxList selectedId={selectedId} unseenIds={unseenIds} onShowShortcuts={() => setAreShortcutsShown(true)} />
      </section>
      <section aria-label="Conversation" className={cn("min-h-0 min-w-0", selectedId === null && "max-md:hidden xl:col-span-2", areDetailsOpen && "max-xl:hidden")}>
        {selectedId === null ? (
          <NothingOpen />
        ) : (
          <ConversationPane conversationId={selectedId} composerRef={composerRef} onShowDetails={() => setDetailsOf(selectedId)} />
        )}
      </section>
      {selectedId !== null && (
        <section aria-label="Customer" className={cn("min-h-0 min-w-0 border-line xl:border-l", !areDetailsOpen && "max-xl:hidden")}>
          <CustomerPane conversationId={selectedId} WhyHere={WhyHere} onBack={() => setDetailsOf(null)} />
        </section>
      )}
      <ShortcutsDialog isOpen={areShortcutsShown} onOpenChange={setAreShortcutsShown} />
    </div>
  );
}

/** For the keyboard: done with the one that is open, or a word why not; whether it may be is the server's to say. */
function useMarkDone(selectedId: string | null): () => boolean {
  const queryClient = useQueryClient();
  const { mutate } = useDeed();
  return useMemo(
    () => () => {
      const conversation = selectedId === null ? undefined : queryClient.getQueryData(conversationQuery(selectedId).queryKey);
      if (!conversation) return false;
      if (conversation.state === "done") toast("It is done already.");
      else mutate({ conversation, deed: { kind: "done" } });
      return true;
    },
    [selectedId, queryClient, mutate],
  );
}
