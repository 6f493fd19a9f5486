"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageCircleHeart, Moon } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { ChatConversationView } from "./chat-conversation";
import { chatQuery } from "./queries";
import { StartForm } from "./start-form";

interface ChatProps {
  readonly slug: string;
  readonly organizationName: string;
  /** Whether the channel takes new conversations. */
  readonly isOpen: boolean;
}

/** A customer's way to an organization: no sign-in, one conversation, answers as they come. */
export function Chat({ slug, organizationName, isOpen }: ChatProps) {
  return (
    <div className="flex h-dvh justify-center bg-canvas sm:p-6">
      <main className="flex w-full max-w-2xl flex-col overflow-hidden bg-surface sm:rounded-xl sm:shadow-popover">
        <header className="flex items-center gap-3 border-b border-line px-4 py-3 sm:px-6">
          <span className="flex size-9 items-center justify-center rounded-xl bg-accent text-on-accent">
            <MessageCircleHeart aria-hidden className="size-5" />
          </span>
          <p className="min-w-0 truncate text-lg font-semibold">{organizationName}</p>
        </header>
        <Content slug={slug} organizationName={organizationName} isOpen={isOpen} />
      </main>
    </div>
  );
}

function Content({ slug, organizationName, isOpen }: ChatProps): ReactNode {
  const { data, error, isFetching, refetch } = useQuery(chatQuery(slug));
  if (data?.conversation) return <ChatConversationView slug={slug} conversation={data.conversation} />;
  if (error && !data) {
    return (
      <ErrorState
        className="flex-1"
        title="Your conversation could not be loaded"
        detail={sentenceOf(error)}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
      />
    );
  }
  if (!data) return <Loading />;
  if (!isOpen) {
    return (
      <EmptyState className="flex-1" icon={Moon} title="The chat is closed right now">
        {organizationName} does not take new chats at the moment. Please come back later.
      </EmptyState>
    );
  }
  return <StartForm slug={slug} organizationName={organizationName} />;
}

function Loading() {
  return (
    <div role="status" className="flex flex-1 flex-col gap-4 p-5 sm:p-8">
      <span className="sr-only">Loading</span>
      <Skeleton className="h-6 w-40" />
      <Skeleton className="h-4 w-64 max-w-full" />
      <Skeleton className="mt-4 h-10 w-full" />
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-28 w-full" />
    </div>
  );
}
