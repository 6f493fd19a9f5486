"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { HandOver, Leaving, User } from "@/lib/contracts/users";
import { HandOverFields, type Heir } from "./hand-over-fields";
import { LeaverCustomers } from "./leaver-customers";
import { deactivateUser, leavingQuery, usersKey } from "./queries";

interface DeactivateUserProps {
  user: User;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What it means that somebody leaves, and, of a dedicated agent, what becomes of their customers. */
export function DeactivateUser({ user, isOpen, onOpenChange }: DeactivateUserProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={`Deactivate ${user.name}?`} description="They are signed out at once and can’t sign in any more. What they wrote stays, and they can be activated again.">
        <Question user={user} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Question({ user, onDone }: { user: User; onDone: () => void }) {
  const { data: leaving, error, refetch, isFetching } = useQuery({ ...leavingQuery(user.id), staleTime: 0 });
  if (leaving !== undefined) return <Answer user={user} leaving={leaving} onDone={onDone} />;
  if (error !== null) return <ErrorState title="What hangs on them could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
  return (
    <DialogBody>
      <div aria-busy className="flex flex-col gap-2">
        <Skeleton className="h-4 w-64" />
        <Skeleton className="h-4 w-48" />
      </div>
    </DialogBody>
  );
}

function Answer({ user, leaving, onDone }: { user: User; leaving: Leaving; onDone: () => void }) {
  const { customerCount = 0, conversationCount, apiKeys = [] } = leaving;
  const mayHandOver = useMay("customer.dedicated_agent.edit") && leaving.customerCount !== undefined;
  const isAsked = customerCount > 0 && mayHandOver;
  const [heir, setHeir] = useState<Heir>({ to: "agent", agent: null });
  const [revokesKeys, setRevokesKeys] = useState(false);
  const handOver = toHandOver(heir, customerCount);
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => deactivateUser(user.id, { revokeApiKeys: revokesKeys, ...(isAsked && handOver !== null && { handOver }) }),
    onSuccess: async ({ name }) => {
      onDone();
      toast.success(`${name} is deactivated`);
      await queryClient.invalidateQueries({ queryKey: ["customers"] });
    },
    // Also when it was refused: the numbers may have changed.
    onSettled: () => queryClient.invalidateQueries({ queryKey: usersKey }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <DialogBody className="flex flex-col gap-4">
        {conversationCount > 0 ? <p>{conversationCount === 1 ? "Their open conversation is" : `Their ${conversationCount} open conversations are`} routed again at once.</p> : null}
        {isAsked ? (
          <>
            <LeaverCustomers userId={user.id} name={user.name} count={customerCount} />
            <HandOverFields leaverId={user.id} heir={heir} onChange={setHeir} />
          </>
        ) : null}
        {customerCount > 0 && !mayHandOver ? (
          <p className="text-pretty text-ink-muted">
            {user.name} is the dedicated agent of {inWords(customerCount)}. You may not change that: they are routed normally until somebody who may gives them another.
          </p>
        ) : null}
        {apiKeys.length > 0 ? (
          <label className="flex items-start gap-2">
            <input type="checkbox" checked={revokesKeys} onChange={(event) => setRevokesKeys(event.currentTarget.checked)} className="mt-0.5 size-4 shrink-0 accent-accent" />
            <span className="text-pretty">
              Also revoke the API keys they made: {apiKeys.map(({ name }) => name).join(", ")}. <span className="text-ink-muted">They know these keys; but what uses them would stop.</span>
            </span>
          </label>
        ) : null}
        <p role="alert" className="text-negative-ink empty:hidden">
          {error === null ? null : sentenceOf(error)}
        </p>
      </DialogBody>
      <DialogFooter>
        <DialogClose render={<Button variant="ghost">Cancel</Button>} />
        <Button type="submit" variant="danger" isBusy={isPending} disabled={isAsked && handOver === null}>
          Deactivate
        </Button>
      </DialogFooter>
    </form>
  );
}

/** Null: it is not said yet to whom. */
function toHandOver(heir: Heir, customerCount: number): HandOver | null {
  switch (heir.to) {
    case "agent":
      return heir.agent === null ? null : { to: "agent", agentId: heir.agent.id, customerCount };
    case "team":
      return heir.teamId === null ? null : { to: "team", teamId: heir.teamId, customerCount };
    case "nobody":
      return { to: "nobody", customerCount };
  }
}

function inWords(count: number): string {
  return count === 1 ? "1 customer" : `${count.toLocaleString("en")} customers`;
}
