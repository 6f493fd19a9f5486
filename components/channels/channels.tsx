"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { ChannelDialog } from "./channel-dialog";
import { ChannelRow } from "./channel-row";
import { channelsQuery } from "./queries";

export function Channels() {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="mx-auto max-w-3xl pb-8">
      <PageHeader
        path={[{ label: "Settings" }, { label: "Platform" }]}
        title="Channels"
        actions={
          <Button onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
            Add channel
          </Button>
        }
      />
      <p className="px-4 pt-1 text-pretty text-ink-muted sm:px-6">
        Where customers write in. How long each waits for a dedicated agent is set under Routing; a new one begins with 5 minutes.
      </p>
      <Rows />
      <ChannelDialog isOpen={isAdding} onOpenChange={setIsAdding} />
    </div>
  );
}

function Rows() {
  const { data, error, refetch, isFetching } = useQuery(channelsQuery());
  if (data !== undefined) {
    return (
      <ul className="mt-4 border-b border-line">
        {data.map((channel) => (
          <ChannelRow key={channel.id} channel={channel} />
        ))}
      </ul>
    );
  }
  if (error !== null) return <ErrorState title="The channels could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  return (
    <div aria-busy className="mt-4">
      {Array.from({ length: 7 }, (_, row) => (
        <div key={row} className="flex h-13 items-center gap-3 border-t border-line px-4 sm:px-6">
          <Skeleton className="size-4" />
          <Skeleton className="h-4 w-32" />
        </div>
      ))}
    </div>
  );
}
