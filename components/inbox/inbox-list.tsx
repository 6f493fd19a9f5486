"use client";

import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Inbox as InboxIcon, Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Tooltip } from "@/components/ui/tooltip";
import { meQuery } from "@/lib/client/me";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import type { ConversationPage } from "@/lib/contracts/conversations";
import { RowSkeletons, Rows, Section } from "./list-section";
import { inLineFilters, listQuery, mineFilters, offeredFilters, snoozedFilters, waitingFilters, waitingForMeFilters } from "./lists";
import { OfferedSection } from "./offered-section";

interface InboxListProps {
  readonly selectedId: string | null;
  readonly unseenIds: ReadonlySet<string>;
  readonly onShowShortcuts: () => void;
}

/** What I am asked to take, what is mine, what waits for me, what stands in line. Mine grows downwards and the rest stands below, so that nothing jumps. */
export function InboxList({ selectedId, unseenIds, onShowShortcuts }: InboxListProps) {
  const mine = useQuery(listQuery(mineFilters));
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-3">
        <h1 className="text-lg font-semibold">Inbox</h1>
        <Tooltip content="Keyboard shortcuts (?)">
          <Button variant="ghost" size="icon-sm" className="ml-auto max-md:hidden" aria-label="Keyboard shortcuts" onClick={onShowShortcuts}>
            <Keyboard aria-hidden />
          </Button>
        </Tooltip>
      </div>
      <OfferedSection selectedId={selectedId} />
      <section aria-labelledby="inbox-mine" className="flex min-h-32 flex-1 flex-col">
        <h2 id="inbox-mine" className="flex h-9 shrink-0 items-center px-3 font-medium text-ink-muted">
          Mine
          <span className="ml-auto text-ink-faint tabular-nums">{countOf(mine.data) ?? "…"}</span>
        </h2>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <Listed query={mine} empty={<NothingMine />} skeletons={4}>
            {(page) => <Rows label="Mine" page={page} selectedId={selectedId} unseenIds={unseenIds} />}
          </Listed>
        </div>
      </section>
      <OtherSections selectedId={selectedId} unseenIds={unseenIds} />
    </div>
  );
}

function OtherSections({ selectedId, unseenIds }: { selectedId: string | null; unseenIds: ReadonlySet<string> }) {
  const waitingForMe = useQuery(listQuery(waitingForMeFilters));
  const waiting = useQuery(listQuery(waitingFilters));
  const offered = useQuery(listQuery(offeredFilters));
  const inLine = useQuery(listQuery(inLineFilters));
  const snoozed = useQuery(listQuery(snoozedFilters));
  const { data: me } = useQuery(meQuery());
  const myId = me?.user?.id;
  const forOthers = waiting.data && { ...waiting.data, items: waiting.data.items.filter(({ routing }) => routing.wait?.agent?.id !== myId) };
  const toOthers = offered.data && { ...offered.data, items: offered.data.items.filter(({ routing }) => routing.offer?.agent.id !== myId) };
  const rows = (label: string) =>
    function RowsOf(page: ConversationPage) {
      return <Rows label={label} page={page} selectedId={selectedId} unseenIds={unseenIds} />;
    };
  return (
    <div className="max-h-3/5 shrink-0 overflow-y-auto">
      {!isForbidden(waitingForMe) && (
        <Section label="Waiting for me" count={countOf(waitingForMe.data)} isOpenAtFirst tone="caution">
          <Listed query={waitingForMe} empty={<Hint>Nobody waits for you.</Hint>} skeletons={1}>
            {rows("Waiting for me")}
          </Listed>
        </Section>
      )}
      {forOthers && forOthers.items.length > 0 && (
        <Section label="Waiting for others" count={countOf(forOthers)} isOpenAtFirst={false}>
          {rows("Waiting for others")(forOthers)}
        </Section>
      )}
      {toOthers && toOthers.items.length > 0 && (
        <Section label="Offered to others" count={countOf(toOthers)} isOpenAtFirst={false}>
          {rows("Offered to others")(toOthers)}
        </Section>
      )}
      <Section label="In line" count={countOf(inLine.data)} isOpenAtFirst>
        <Listed query={inLine} empty={<Hint>Nobody stands in line.</Hint>} skeletons={1}>
          {rows("In line")}
        </Listed>
      </Section>
      {snoozed.data && snoozed.data.items.length > 0 && (
        <Section label="Snoozed" count={countOf(snoozed.data)} isOpenAtFirst={false}>
          {rows("Snoozed")(snoozed.data)}
        </Section>
      )}
    </div>
  );
}

interface ListedProps {
  readonly query: UseQueryResult<ConversationPage>;
  readonly empty: ReactNode;
  readonly skeletons: number;
  readonly children: (page: ConversationPage) => ReactNode;
}

function Listed({ query: { data, error, isFetching, refetch }, empty, skeletons, children }: ListedProps) {
  if (data) return data.items.length > 0 ? children(data) : empty;
  if (error) {
    return (
      <ErrorState className="py-6" title="This list could not be loaded" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
    );
  }
  return <RowSkeletons count={skeletons} />;
}

function NothingMine() {
  const { data: me } = useQuery(meQuery());
  const status = me?.user?.agent?.status;
  return (
    <EmptyState className="py-8" icon={InboxIcon} title="Nothing is routed to you now">
      {status === undefined || status === "available"
        ? "The next conversation for you comes here by itself."
        : "Set your status to Available to be given conversations."}
    </EmptyState>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return <p className="px-3 pb-2 pl-7.5 text-ink-faint">{children}</p>;
}

function countOf(page: ConversationPage | undefined): string | null {
  if (!page) return null;
  return page.nextCursor === null ? String(page.items.length) : `${page.items.length}+`;
}

function isForbidden({ error }: UseQueryResult<ConversationPage>): boolean {
  return error instanceof ProblemError && error.code === "forbidden";
}
