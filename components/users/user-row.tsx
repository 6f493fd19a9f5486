"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { meQuery } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { User } from "@/lib/contracts/users";
import { DeactivateUser } from "./deactivate-user";
import { EditUser } from "./edit-user";
import { activateUser, usersKey } from "./queries";

export function UserRow({ user }: { user: User }) {
  const [isEditing, setIsEditing] = useState(false);
  const sets = [user.permissionSet, ...user.addedPermissionSets];
  return (
    <li className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-64 items-center gap-2.5">
        <Avatar name={user.name} size="md" />
        <div className="min-w-0">
          <p className="flex items-center gap-2">
            <span className={cn("truncate font-medium", user.state === "deactivated" && "text-ink-muted")}>{user.name}</span>
            {user.state === "active" ? null : <Badge tone={user.state === "invited" ? "accent" : "neutral"}>{user.state === "invited" ? "Invited" : "Deactivated"}</Badge>}
          </p>
          <p className="truncate text-xs text-ink-faint">{user.email}</p>
        </div>
      </div>
      <div className="min-w-0 basis-52 text-xs text-ink-muted max-sm:basis-full">
        <p className="truncate">{sets.map(({ name }) => name).join(", ")}</p>
        <p className="truncate text-ink-faint">
          {user.teams.length === 0 ? "In no team" : user.teams.map(({ name }) => name).join(", ")}
          {user.agent === null ? null : ` · capacity ${user.agent.capacity}${user.ownCapacity === null ? "" : " of their own"}`}
        </p>
      </div>
      <div className="ml-auto flex w-36 items-center justify-end gap-1">
        <Button variant="ghost" size="icon" aria-label={`Edit ${user.name}`} onClick={() => setIsEditing(true)}>
          <Pencil aria-hidden />
        </Button>
        {user.state === "deactivated" ? <Activate user={user} /> : <Deactivate user={user} />}
      </div>
      <EditUser user={user} isOpen={isEditing} onOpenChange={setIsEditing} />
    </li>
  );
}

function Deactivate({ user }: { user: User }) {
  const [isAsking, setIsAsking] = useState(false);
  const { data: me } = useQuery(meQuery());
  // Nobody deactivates themselves.
  if (me === undefined || me.user?.id === user.id) return null;
  return (
    <>
      <Button size="sm" aria-label={`Deactivate ${user.name}`} onClick={() => setIsAsking(true)}>
        Deactivate
      </Button>
      <DeactivateUser user={user} isOpen={isAsking} onOpenChange={setIsAsking} />
    </>
  );
}

function Activate({ user }: { user: User }) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => activateUser(user.id),
    onSuccess: ({ name, state }) => toast.success(state === "invited" ? `${name} is invited again: give them a new link` : `${name} can sign in again`),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: usersKey }),
  });
  return (
    <Button size="sm" aria-label={`Activate ${user.name}`} isBusy={isPending} onClick={() => mutate()}>
      Activate
    </Button>
  );
}
