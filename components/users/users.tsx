"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Search, UserPlus } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import type { MadeInvitation } from "@/lib/contracts/invitations";
import type { UserState } from "@/lib/contracts/users";
import { InvitationLink } from "./invitation-link";
import { Invitations } from "./invitations";
import { InviteUser } from "./invite-user";
import { usersQuery, type UserChoice } from "./queries";
import { UserRow } from "./user-row";

const states = [
  { value: null, label: "Everybody" },
  { value: "active", label: "Active" },
  { value: "invited", label: "Invited" },
  { value: "deactivated", label: "Deactivated" },
] as const satisfies readonly { value: UserState | null; label: string }[];

export function Users() {
  const [isInviting, setIsInviting] = useState(false);
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [search, setSearch] = useState("");
  const [state, setState] = useState<UserState | null>(null);
  const settled = useSettled(search.trim());
  return (
    <div className="mx-auto max-w-4xl pb-8">
      <PageHeader
        path={[{ label: "Settings" }, { label: "Access" }]}
        title="Users"
        actions={
          <Button onClick={() => setIsInviting(true)}>
            <UserPlus aria-hidden />
            Invite
          </Button>
        }
      />
      <p className="px-4 pt-1 text-pretty text-ink-muted sm:px-6">Who signs in here, what they may do, and how much work they take.</p>
      <Invitations onMade={setMade} />
      <search className="flex flex-wrap gap-2 px-4 pt-4 pb-3 sm:px-6">
        <Input type="search" aria-label="Search users" placeholder="Search by name or e-mail" value={search} onChange={(event) => setSearch(event.currentTarget.value)} autoComplete="off" className="min-w-0 flex-1 basis-52 sm:max-w-sm" />
        <Select value={state} onValueChange={setState} items={[...states]}>
          <SelectTrigger aria-label="Show" className="w-36">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {states.map(({ value, label }) => (
              <SelectItem key={label} value={value}>
                {label}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </search>
      <Found choice={{ search: settled, state }} />
      <InviteUser isOpen={isInviting} onOpenChange={setIsInviting} onMade={setMade} />
      {made === null ? null : <InvitationLink made={made} onClose={() => setMade(null)} />}
    </div>
  );
}

function Found({ choice }: { choice: UserChoice }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(usersQuery(choice));
  if (data === undefined) {
    if (error !== null) return <ErrorState title="The users could not be read" detail={sentenceOf(error)} onRetry={() => void refetch()} isRetrying={isFetching} />;
    return (
      <div aria-busy>
        {Array.from({ length: 8 }, (_, row) => (
          <div key={row} className="flex h-15 items-center gap-2.5 border-t border-line px-4 sm:px-6">
            <Skeleton className="size-7 rounded-full" />
            <Skeleton className="h-4 w-40" />
          </div>
        ))}
      </div>
    );
  }
  const users = data.pages.flatMap(({ items }) => items);
  if (users.length === 0) {
    return (
      <EmptyState icon={Search} title="Nobody is found">
        Try part of the name or the e-mail, or show everybody.
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label="Users" className={cn("border-b border-line transition-opacity", isPlaceholderData && "opacity-60")}>
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="mt-3 flex justify-center">
          <Button onClick={() => void fetchNextPage()} isBusy={isFetchingNextPage}>
            Load more
          </Button>
        </div>
      ) : null}
    </>
  );
}
