"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { ApiKeyRow } from "./api-key-row";
import { CreateApiKey } from "./create-api-key";
import { apiKeysQuery } from "./queries";

export function ApiKeys() {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="mx-auto max-w-4xl pb-8">
      <PageHeader
        path={[{ label: "Settings" }, { label: "Access" }]}
        title="API keys"
        actions={
          <Button onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
            New key
          </Button>
        }
      />
      <p className="px-4 pt-1 text-pretty text-ink-muted sm:px-6">
        Integrations sign in with a key, and may do what its permission set says. The addresses are described at{" "}
        <a href="/api/v1/openapi.json" className="text-accent-ink underline underline-offset-2">
          /api/v1/openapi.json
        </a>
        .
      </p>
      <Rows onCreate={() => setIsAdding(true)} />
      <CreateApiKey isOpen={isAdding} onOpenChange={setIsAdding} />
    </div>
  );
}

function Rows({ onCreate }: { onCreate: () => void }) {
  const { data, error, refetch, isFetching } = useQuery(apiKeysQuery());
  if (data !== undefined && data.items.length === 0) {
    return (
      <EmptyState icon={KeyRound} title="No API keys yet" action={<Button onClick={onCreate}>New key</Button>}>
        Make one for each integration, so that one can be revoked without the others.
      </EmptyState>
    );
  }
  if (data !== undefined) {
    return (
      <ul className="mt-4 border-b border-line">
        {data.items.map((key) => (
          <ApiKeyRow key={key.id} apiKey={key} now={data.now} />
        ))}
      </ul>
    );
  }
  if (error !== null) return <ErrorState title="The API keys could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  return (
    <div aria-busy className="mt-4">
      {Array.from({ length: 4 }, (_, row) => (
        <div key={row} className="flex h-15 flex-col justify-center gap-2 border-t border-line px-4 sm:px-6">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3 w-64" />
        </div>
      ))}
    </div>
  );
}
