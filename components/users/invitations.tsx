"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { Moment } from "@/components/ui/age";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Invitation, MadeInvitation } from "@/lib/contracts/invitations";
import { invitationsQuery, renewInvitation, revokeInvitation, usersKey } from "./queries";

/** Those that have not been taken up. Where there are none there is nothing to see. */
export function Invitations({ onMade }: { onMade: (made: MadeInvitation) => void }) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(invitationsQuery());
  if (error !== null) {
    return (
      <p role="alert" className="px-4 pt-3 text-negative-ink sm:px-6">
        The invitations could not be read. {sentenceOf(error)}
      </p>
    );
  }
  const invitations = data?.pages.flatMap(({ items }) => items) ?? [];
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="invitations" className="pt-4">
      <h2 id="invitations" className="px-4 pb-1.5 font-medium sm:px-6">
        Invitations
      </h2>
      <ul className="border-b border-line">
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} onMade={onMade} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button size="sm" className="mx-4 mt-2 sm:mx-6" onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
          More invitations
        </Button>
      ) : null}
    </section>
  );
}

function InvitationRow({ invitation, onMade }: { invitation: Invitation; onMade: (made: MadeInvitation) => void }) {
  const { id, user, email, permissionSet, createdBy, state, expiresAt } = invitation;
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: usersKey });
  const onError = (error: Error) => toast.error(sentenceOf(error));
  const renewing = useMutation({ mutationFn: () => renewInvitation(id), onSuccess: onMade, onError, onSettled });
  const revoking = useMutation({
    mutationFn: () => revokeInvitation(id),
    onSuccess: () => toast.success(`The link of ${user.name} opens nothing any more`, { action: { label: "New link", onClick: () => renewing.mutate() } }),
    onError,
    onSettled,
  });
  return (
    <li className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 sm:px-6">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{user.name}</span>
          <Badge>{permissionSet.name}</Badge>
          {state === "open" ? null : <Badge tone="caution">{state === "expired" ? "Expired" : "Revoked"}</Badge>}
        </p>
        <p className="truncate text-xs text-ink-faint">
          {email}, invited by {createdBy?.name ?? "an API key"}
          {state === "open" ? (
            <>
              , expires <Moment at={expiresAt} />
            </>
          ) : null}
        </p>
      </div>
      <Button size="sm" aria-label={`Renew the invitation of ${user.name}`} isBusy={renewing.isPending} onClick={() => renewing.mutate()}>
        New link
      </Button>
      {state === "open" ? (
        <Button size="sm" variant="ghost" aria-label={`Revoke the invitation of ${user.name}`} isBusy={revoking.isPending} onClick={() => revoking.mutate()}>
          Revoke
        </Button>
      ) : null}
    </li>
  );
}
