"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { MoreVertical, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { teamsQuery } from "@/components/layout/routing-queries";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { Switch } from "@/components/ui/switch";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Team } from "@/lib/contracts/teams";
import { DeleteTeam } from "./delete-team";
import { updateTeam } from "./queries";
import { TeamDialog } from "./team-dialog";
import { TeamMembers } from "./team-members";
import { TeamQueues } from "./team-queues";

type Shown = "edit" | "queues" | "members" | "delete";

export function TeamRow({ team, isReadOnly }: { team: Team; isReadOnly: boolean }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const maySeeUsers = useMay("user.read");
  const { name, capacity, memberCount, queues } = team;
  const show = (which: Shown) => ({ isOpen: shown === which, onOpenChange: (isOpen: boolean) => setShown(isOpen ? which : null) });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 not-first:border-t border-line">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">{name}</p>
        <p className="text-xs text-ink-muted">
          Capacity {capacity} · {memberCount === 1 ? "1 member" : `${memberCount} members`}
        </p>
        <p className={queues.length === 0 ? "text-xs text-caution-ink" : "text-xs text-pretty text-ink-faint"}>
          {queues.length === 0 ? "Serves no queue" : `Serves ${queues.map(({ queue, isOverflow }) => (isOverflow ? `${queue.name} (overflow)` : queue.name)).join(", ")}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <RoutingSwitch team={team} isReadOnly={isReadOnly} />
        {maySeeUsers ? (
          <Button size="sm" aria-label={`Members of ${name}`} onClick={() => setShown("members")}>
            Members
          </Button>
        ) : null}
        {isReadOnly ? null : (
          <>
            <Button size="sm" aria-label={`Queues of ${name}`} onClick={() => setShown("queues")}>
              Queues
            </Button>
            <Menu>
              <MenuTrigger render={<Button variant="ghost" size="icon" aria-label={`More for ${name}`} />}>
                <MoreVertical aria-hidden />
              </MenuTrigger>
              <MenuContent align="end">
                <MenuItem onClick={() => setShown("edit")}>
                  <Pencil aria-hidden className="size-4" /> Name and capacity
                </MenuItem>
                <MenuItem onClick={() => setShown("delete")}>
                  <Trash2 aria-hidden className="size-4" /> Delete
                </MenuItem>
              </MenuContent>
            </Menu>
          </>
        )}
      </div>
      <TeamDialog team={team} {...show("edit")} />
      <TeamQueues team={team} {...show("queues")} />
      <TeamMembers team={team} {...show("members")} />
      <DeleteTeam team={team} {...show("delete")} />
    </li>
  );
}

function RoutingSwitch({ team, isReadOnly }: { team: Team; isReadOnly: boolean }) {
  const queryClient = useQueryClient();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (routingEnabled: boolean) => updateTeam(team.id, { routingEnabled }),
    onSuccess: ({ name, routingEnabled }) =>
      toast.success(routingEnabled ? `${name} is given conversations` : `${name} is given no conversations for its queues`, { action: { label: "Undo", onClick: () => mutate(!routingEnabled) } }),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: teamsQuery().queryKey }),
  });
  return (
    <label className="flex items-center gap-2 text-xs text-ink-muted">
      Routing
      <Switch aria-label={`Routing of ${team.name}`} checked={isPending ? variables : team.routingEnabled} disabled={isReadOnly} onCheckedChange={(checked) => mutate(checked)} />
    </label>
  );
}
