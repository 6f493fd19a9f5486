"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { meQuery } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { PermissionSetDialog } from "./permission-set-dialog";
import { PermissionSetRow } from "./permission-set-row";
import { permissionSetsQuery } from "./queries";

export function PermissionSets() {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <div className="mx-auto max-w-4xl pb-8">
      <PageHeader
        path={[{ label: "Settings" }, { label: "Access" }]}
        title="Permission sets"
        actions={
          <Button onClick={() => setIsAdding(true)}>
            <Plus aria-hidden />
            New set
          </Button>
        }
      />
      <p className="px-4 pt-1 text-pretty text-ink-muted sm:px-6">
        Each says what its holders may do. Somebody with several may do what any of them says. You can give no more than you have yourself.
      </p>
      <Rows />
      {isAdding ? <PermissionSetDialog onClose={() => setIsAdding(false)} /> : null}
    </div>
  );
}

function Rows() {
  const { data, error, refetch, isFetching } = useQuery(permissionSetsQuery());
  const { data: me } = useQuery(meQuery());
  if (data !== undefined && me !== undefined) {
    return (
      <>
        <ul className="mt-4 border-b border-line">
          {data.map((set) => (
            <PermissionSetRow key={set.id} permissionSet={set} others={data.filter(({ id }) => id !== set.id)} mine={me.permissions} />
          ))}
        </ul>
        {data.every(({ isDefault }) => isDefault) ? (
          <p className="px-4 pt-3 text-pretty text-ink-muted sm:px-6">You have none of your own yet. Copy the default set that comes nearest to what you need, and change the copy.</p>
        ) : null}
      </>
    );
  }
  if (error !== null) return <ErrorState title="The permission sets could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  return (
    <div aria-busy className="mt-4">
      {Array.from({ length: 4 }, (_, row) => (
        <div key={row} className="flex h-17 flex-col justify-center gap-2 border-t border-line px-4 sm:px-6">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3 w-64" />
        </div>
      ))}
    </div>
  );
}
