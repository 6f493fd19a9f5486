"use client";

import { useQuery } from "@tanstack/react-query";
import { MessagesSquare, SearchX } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { ConversationHeader } from "./conversation-header";
import { conversationQuery } from "./queries";
import { backToList } from "./selection";
import { StandingBanner } from "./standing-banner";
import { Talk } from "./talk";

interface ConversationPaneProps {
  readonly conversationId: string;
  readonly composerRef: RefObject<HTMLTextAreaElement | null>;
  readonly onShowDetails: () => void;
}

export function ConversationPane({ conversationId, composerRef, onShowDetails }: ConversationPaneProps) {
  const { data, error, isFetching, refetch } = useQuery(conversationQuery(conversationId));
  if (data) return <Loaded conversation={data} composerRef={composerRef} onShowDetails={onShowDetails} />;
  if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) {
    return (
      <EmptyState
        className="h-full"
        icon={SearchX}
        title="There is no such conversation"
        action={<Button onClick={backToList}>Back to the inbox</Button>}
      >
        The address may be mistyped, or the conversation belongs to another organization.
      </EmptyState>
    );
  }
  if (error) {
    return (
      <ErrorState
        className="h-full"
        title="The conversation could not be loaded"
        detail={sentenceOf(error)}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  return <Loading />;
}

function Loaded({ conversation, composerRef, onShowDetails }: Omit<ConversationPaneProps, "conversationId"> & { conversation: ConversationDetail }) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <ConversationHeader conversation={conversation} onShowDetails={onShowDetails} />
      <StandingBanner conversation={conversation} />
      <Talk key={conversation.id} conversation={conversation} composerRef={composerRef} />
    </div>
  );
}

/** Nothing is open yet: what to do here. */
export function NothingOpen() {
  return (
    <EmptyState className="h-full" icon={MessagesSquare} title="Choose a conversation">
      Pick one on the left, or press J to go through the list and Enter to open.
    </EmptyState>
  );
}

function Loading() {
  return (
    <div role="status" className="flex h-full flex-col">
      <span className="sr-only">Loading the conversation</span>
      <div className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-4">
        <Skeleton className="h-4 w-40" />
        <Skeleton className="ml-auto h-8 w-20" />
      </div>
      <div className="flex flex-1 flex-col gap-4 p-4">
        <Skeleton className="h-12 w-2/3 rounded-xl" />
        <Skeleton className="h-8 w-1/2 self-end rounded-xl" />
        <Skeleton className="h-16 w-3/5 rounded-xl" />
      </div>
    </div>
  );
}
