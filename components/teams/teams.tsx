"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, UsersRound } from "lucide-react";
import { useState } from "react";
import { ReadOnlyNote } from "@/components/layout/read-only-note";
import { teamsQuery } from "@/components/layout/routing-queries";
import { RowsSkeleton } from "@/components/layout/rows-skeleton";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { TeamDialog } from "./team-dialog";
import { TeamRow } from "./team-row";

export function Teams() {
  const mayChange = useMay("routing_settings.write");
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="flex flex-col gap-3 pb-8">
      {mayChange ? null : <ReadOnlyNote what="the teams" />}
      <div className="flex flex-wrap items-start gap-3">
        <p className="min-w-0 flex-1 basis-80 text-pretty text-ink-muted">Who is given conversations: a team’s queues, while its routing is on, go to its agents as far as their capacity allows.</p>
        {mayChange ? (
          <Button onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
            Add team
          </Button>
        ) : null}
      </div>
      <Rows isReadOnly={!mayChange} />
      <TeamDialog isOpen={isAdding} onOpenChange={setIsAdding} />
    </div>
  );
}

function Rows({ isReadOnly }: { isReadOnly: boolean }) {
  const { data, error, refetch, isFetching } = useQuery(teamsQuery());
  if (data === undefined) {
    if (error !== null) return <ErrorState title="The teams could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
    return <RowsSkeleton />;
  }
  if (data.items.length === 0) {
    return (
      <EmptyState icon={UsersRound} title="No teams yet" className="rounded-xl border border-line bg-surface">
        Add one, choose the queues it serves and its members: then they are given conversations.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Teams" className="rounded-xl border border-line bg-surface">
      {data.items.map((team) => (
        <TeamRow key={team.id} team={team} isReadOnly={isReadOnly} />
      ))}
    </ul>
  );
}
