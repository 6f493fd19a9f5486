"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { teamsQuery } from "@/components/layout/routing-queries";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import type { Team } from "@/lib/contracts/teams";
import type { User } from "@/lib/contracts/users";
import { membersQuery, setMember } from "./queries";

interface TeamMembersProps {
  team: Team;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function TeamMembers({ team, isOpen, onOpenChange }: TeamMembersProps) {
  const [search, setSearch] = useState("");
  const settled = useSettled(search.trim());
  const { data, error } = useQuery({ ...membersQuery(team.id, settled), enabled: isOpen });
  const shown = data?.items.filter((user) => user.isActive || isIn(user, team));
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={`Members of ${team.name}`} description="Each change counts at once. Who leaves keeps the conversations they have.">
        <DialogBody className="flex flex-col gap-3">
          <Input aria-label="Search users" placeholder="Search all users by name or e-mail" autoComplete="off" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          {shown === undefined ? (
            <p role={error === null ? undefined : "alert"} className="text-ink-muted">{error === null ? "Reading…" : sentenceOf(error)}</p>
          ) : shown.length === 0 ? (
            <p className="text-ink-muted">{settled === "" ? "Nobody is in it yet. Search for somebody above to take them in." : "Nobody by that name or e-mail."}</p>
          ) : (
            <ul aria-label="Users" className="max-h-80 overflow-y-auto">
              {shown.map((user) => (
                <Member key={user.id} user={user} team={team} />
              ))}
            </ul>
          )}
          {data?.nextCursor === null || data === undefined ? null : <p className="text-xs text-ink-faint">There are more: search for them.</p>}
        </DialogBody>
        <DialogFooter>
          <DialogClose render={<Button variant="primary">Done</Button>} />
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Member({ user, team }: { user: User; team: Team }) {
  const mayChange = useMay("user.manage");
  const queryClient = useQueryClient();
  const isMember = isIn(user, team);
  const { mutate, isPending } = useMutation({
    mutationFn: (joins: boolean) => setMember(team.id, user.id, joins),
    onSuccess: (_, joins) => toast.success(joins ? `${user.name} is in ${team.name}` : `${user.name} is no longer in ${team.name}`, { action: { label: "Undo", onClick: () => mutate(!joins) } }),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => Promise.all([queryClient.invalidateQueries({ queryKey: ["users"] }), queryClient.invalidateQueries({ queryKey: teamsQuery().queryKey })]),
  });
  return (
    <li className="flex min-h-11 items-center gap-3">
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{user.name}</span>
          {user.isActive ? null : <Badge>Deactivated</Badge>}
        </span>
        <span className="block truncate text-xs text-ink-faint">{user.email}</span>
      </span>
      {mayChange ? (
        <Button size="sm" isBusy={isPending} aria-label={isMember ? `Remove ${user.name}` : `Add ${user.name}`} onClick={() => mutate(!isMember)}>
          {isMember ? "Remove" : "Add"}
        </Button>
      ) : null}
    </li>
  );
}

function isIn(user: User, team: Team): boolean {
  return user.teams.some(({ id }) => id === team.id);
}
