"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { NameRef } from "@/lib/contracts/common";
import { useMay } from "@/lib/client/me";
import { HeirPicker } from "./heir-picker";
import { teamChoicesQuery } from "./queries";

/** To whom a leaver's customers go; null: not said yet. */
export type Heir = { readonly to: "agent"; readonly agent: NameRef | null } | { readonly to: "team"; readonly teamId: string | null } | { readonly to: "nobody" };

interface HandOverFieldsProps {
  leaverId: string;
  heir: Heir;
  onChange: (heir: Heir) => void;
}

export function HandOverFields({ leaverId, heir, onChange }: HandOverFieldsProps) {
  const mayReadTeams = useMay("routing_settings.read");
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium text-ink">Who is their dedicated agent from now on?</legend>
      <Choice isChosen={heir.to === "agent"} onChoose={() => onChange({ to: "agent", agent: null })} label="One agent" />
      {heir.to === "agent" ? <HeirPicker leaverId={leaverId} chosen={heir.agent} onChoose={(agent) => onChange({ to: "agent", agent })} /> : null}
      {mayReadTeams ? <Choice isChosen={heir.to === "team"} onChoose={() => onChange({ to: "team", teamId: null })} label="The members of a team, evenly" /> : null}
      {heir.to === "team" ? <TeamChoice teamId={heir.teamId} onChoose={(teamId) => onChange({ to: "team", teamId })} /> : null}
      <Choice isChosen={heir.to === "nobody"} onChoose={() => onChange({ to: "nobody" })} label="Nobody: they are routed normally" />
    </fieldset>
  );
}

function Choice({ isChosen, onChoose, label }: { isChosen: boolean; onChoose: () => void; label: ReactNode }) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input type="radio" name="to" checked={isChosen} onChange={onChoose} className="size-4 shrink-0 accent-accent" />
      {label}
    </label>
  );
}

function TeamChoice({ teamId, onChoose }: { teamId: string | null; onChoose: (teamId: string) => void }) {
  const { data: teams = [] } = useQuery(teamChoicesQuery());
  return (
    <Field label="Team" hint="Each customer goes to whoever has the fewest by then." className="pl-6">
      <Select value={teamId} onValueChange={(value) => (value === null ? undefined : onChoose(value))} items={teams.map(({ id, name }) => ({ value: id, label: name }))}>
        <SelectTrigger className="w-full">
          <SelectValue placeholder="Choose a team" />
        </SelectTrigger>
        <SelectContent>
          {teams.map(({ id, name }) => (
            <SelectItem key={id} value={id}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}
