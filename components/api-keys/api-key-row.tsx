"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Age, Moment } from "@/components/ui/age";
import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/lib/client/problem-error";
import type { ApiKey } from "@/lib/contracts/api-keys";
import { apiKeysQuery, revokeApiKey } from "./queries";

/** `now`: the server's clock when the list was read. */
export function ApiKeyRow({ apiKey, now }: { apiKey: ApiKey; now: string }) {
  const { name, permissionSet, createdBy, createdAt, lastUsedAt, expiresAt, revokedAt } = apiKey;
  const isExpired = expiresAt !== null && expiresAt <= now;
  const works = revokedAt === null && !isExpired;
  return (
    <li className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 sm:px-6">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2">
          <span className={works ? "truncate font-medium" : "truncate text-ink-muted line-through"}>{name}</span>
          <Badge>{permissionSet.name}</Badge>
        </p>
        <p className="text-xs text-ink-faint">
          Made {createdBy === null ? "on the server" : `by ${createdBy.name}`} <Moment at={createdAt} />
          {expiresAt !== null && revokedAt === null ? (
            <>
              , {isExpired ? "expired" : "expires"} <Moment at={expiresAt} />
            </>
          ) : null}
          {revokedAt === null ? null : (
            <>
              , revoked <Moment at={revokedAt} />
            </>
          )}
        </p>
      </div>
      <p className="w-36 text-xs text-ink-muted">{lastUsedAt === null ? "Never used" : <>Last used <Age at={lastUsedAt} /></>}</p>
      <div className="flex w-20 justify-end">{works ? <Revoke apiKey={apiKey} /> : null}</div>
    </li>
  );
}

function Revoke({ apiKey }: { apiKey: ApiKey }) {
  const [isAsking, setIsAsking] = useState(false);
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => revokeApiKey(apiKey.id),
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries({ queryKey: apiKeysQuery().queryKey });
      setIsAsking(false);
      toast.success(`${name} opens nothing any more`);
    },
    onError: (error) => toast.error(sentenceOf(error)),
  });
  return (
    <>
      <Button size="sm" aria-label={`Revoke ${apiKey.name}`} onClick={() => setIsAsking(true)}>
        Revoke
      </Button>
      <AlertDialog open={isAsking} onOpenChange={setIsAsking}>
        <AlertDialogContent title={`Revoke ${apiKey.name}?`} description="Whatever uses this key stops at once. It can’t be undone; a new key would have to be put there.">
          <Button onClick={() => setIsAsking(false)}>Keep it</Button>
          <Button variant="danger" isBusy={isPending} onClick={() => mutate()}>
            Revoke
          </Button>
        </AlertDialogContent>
      </AlertDialog>
    </>
  );
}
