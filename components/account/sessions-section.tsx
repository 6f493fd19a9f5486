"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Session, SessionList } from "@/lib/contracts/account";
import { AccountSection } from "./account-section";
import { endOtherSessions, endSession, sessionsQuery } from "./queries";

export function SessionsSection() {
  const { data, error, refetch, isFetching } = useQuery(sessionsQuery());
  const others = useEnding(endOtherSessions, "You are signed out everywhere else");
  const hasOthers = (data?.items.length ?? 0) > 1;
  return (
    <AccountSection
      title="Where you are signed in"
      actions={
        hasOthers ? (
          <Button isBusy={others.isPending} onClick={() => others.mutate(undefined)}>
            Sign out everywhere else
          </Button>
        ) : null
      }
    >
      {data !== undefined ? (
        <ul>
          {data.items.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      ) : error !== null ? (
        <ErrorState title="Your sessions could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : (
        <div aria-busy className="flex flex-col gap-3">
          <Skeleton className="h-4 w-48" />
          <Skeleton className="h-4 w-64" />
        </div>
      )}
    </AccountSection>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { mutate, isPending } = useEnding(() => endSession(session.id), `${session.device} is signed out`);
  return (
    <li className="flex min-h-13 flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {session.device}
          {session.isCurrent ? <Badge>This session</Badge> : null}
        </p>
        <p className="text-xs text-ink-faint">
          {session.address === null ? "" : `${session.address}, `}since {inWords(session.createdAt)}
          {session.isCurrent ? "" : `, last used ${inWords(session.lastUsedAt)}`}
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button variant="ghost" isBusy={isPending} onClick={() => mutate(undefined)} aria-label={`Sign out ${session.device}, since ${inWords(session.createdAt)}`}>
          Sign out
        </Button>
      )}
    </li>
  );
}

function useEnding(end: () => Promise<SessionList>, sentence: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: end,
    onSuccess: (left) => {
      queryClient.setQueryData(sessionsQuery().queryKey, left);
      toast.success(sentence);
    },
    onError: (error) => toast.error(sentenceOf(error)),
  });
}

function inWords(instant: string): string {
  return new Date(instant).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
