"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { teamsQuery } from "@/components/layout/routing-queries";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Team } from "@/lib/contracts/teams";
import { createTeam, updateTeam } from "./queries";

interface TeamDialogProps {
  /** To be changed; undefined: a new one. */
  team?: Team;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function TeamDialog({ team, isOpen, onOpenChange }: TeamDialogProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={team === undefined ? "Add a team" : `Change ${team.name}`}
      saveLabel={team === undefined ? "Add team" : "Save"}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const [name, capacity] = [textOf(values, "name") ?? "", Number(textOf(values, "capacity"))];
        const saved = team === undefined ? await createTeam({ name, capacity }) : await saveChanges(team, name, capacity);
        await queryClient.invalidateQueries({ queryKey: teamsQuery().queryKey });
        onOpenChange(false);
        toast.success(team === undefined ? `${saved.name} is a team now. Choose its queues and members.` : `${saved.name} is saved`);
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input defaultValue={team?.name ?? ""} autoComplete="off" maxLength={60} />
          </Field>
          <Field label="Capacity" name="capacity" error={errorOf("capacity", "The capacity")} hint="How much open work each of its agents may hold, 1 to 500. Who is in several teams has the largest; an agent’s own counts first.">
            <Input defaultValue={team?.capacity ?? 5} inputMode="numeric" autoComplete="off" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** Only what was changed here, so that what somebody else changed meanwhile stays. */
async function saveChanges(team: Team, name: string, capacity: number): Promise<Team> {
  const changed = { ...(name !== team.name && { name }), ...(capacity !== team.capacity && { capacity }) };
  return Object.keys(changed).length === 0 ? team : updateTeam(team.id, changed);
}
