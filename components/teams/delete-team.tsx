"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { teamsQuery } from "@/components/layout/routing-queries";
import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Team } from "@/lib/contracts/teams";
import { deleteTeam } from "./queries";

interface DeleteTeamProps {
  team: Team;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function DeleteTeam({ team, isOpen, onOpenChange }: DeleteTeamProps) {
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: () => deleteTeam(team.id),
    onSuccess: async () => {
      onOpenChange(false);
      await queryClient.invalidateQueries({ queryKey: teamsQuery().queryKey });
      toast.success(`${team.name} is deleted`);
    },
    onError: (error) => toast.error(sentenceOf(error)),
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={onOpenChange}>
      <AlertDialogContent title={`Delete ${team.name}?`} description={meaning(team)}>
        <Button onClick={() => onOpenChange(false)}>Keep it</Button>
        <Button variant="danger" isBusy={isPending} onClick={() => mutate()}>
          Delete team
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}

function meaning({ memberCount, queues }: Team): string {
  const members = memberCount === 0 ? "It has no members." : `Its ${memberCount === 1 ? "member keeps" : `${memberCount} members keep`} the conversations they have.`;
  const names = queues.map(({ queue }) => queue.name).join(", ");
  const served = names === "" ? "It serves no queue." : `Nobody is given conversations from ${names} for its sake any more; another team must serve what is to be routed.`;
  return `${members} ${served} It can’t be undone.`;
}
