"use client";

import { useQuery } from "@tanstack/react-query";
import { textOf, type ErrorOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ProblemError } from "@/lib/client/problem-error";
import { useMay } from "@/lib/client/me";
import type { User } from "@/lib/contracts/users";
import { permissionSetChoicesQuery, teamChoicesQuery, type UserPlaceValues } from "./queries";

/** What a user has, whether they are invited or changed: a permission set, teams, a capacity. */
export function UserFields({ user, errorOf }: { user?: User; errorOf: ErrorOf }) {
  const { data: sets } = useQuery(permissionSetChoicesQuery());
  const first = user?.permissionSet.id ?? sets?.[0]?.id;
  return (
    <>
      {sets === undefined || first === undefined ? (
        <Skeleton className="h-18" />
      ) : (
        <Field label="Permission set" name="permissionSetId" error={errorOf("permissionSetId", "The permission set")} hint="You can give no more than you may do yourself.">
          <Select name="permissionSetId" defaultValue={first} items={sets.map(({ id, name }) => ({ value: id, label: name }))}>
            <SelectTrigger className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {sets.map(({ id, name }) => (
                <SelectItem key={id} value={id}>
                  {name}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
      )}
      <Teams chosen={user?.teams.map(({ id }) => id) ?? []} />
      <Field label="Own capacity" name="ownCapacity" error={errorOf("ownCapacity", "The capacity")} hint="How much open work they may hold. Empty: as much as their teams say.">
        <Input defaultValue={user?.ownCapacity ?? ""} inputMode="numeric" autoComplete="off" maxLength={4} className="w-24" />
      </Field>
    </>
  );
}

function Teams({ chosen }: { chosen: readonly string[] }) {
  const mayReadTeams = useMay("routing_settings.read");
  const { data: teams } = useQuery({ ...teamChoicesQuery(), enabled: mayReadTeams });
  if (teams === undefined || teams.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium text-ink">Teams</legend>
      {/* Says that teams were shown, also when none is ticked. */}
      <input type="hidden" name="knowsTeams" value="yes" />
      <div className="flex max-h-40 flex-col overflow-y-auto rounded-md border border-line px-2.5 py-1">
        {teams.map(({ id, name }) => (
          <label key={id} className="flex min-h-7 items-center gap-2">
            <input type="checkbox" name="teamIds" value={id} defaultChecked={chosen.includes(id)} className="size-4 shrink-0 accent-accent" />
            <span className="truncate">{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What was filled in. Throws a ProblemError for a capacity that is no number, and while there is no permission set to choose. */
export function placeOf(values: FormData): UserPlaceValues {
  const permissionSetId = textOf(values, "permissionSetId");
  if (permissionSetId === null) throw new ProblemError("bad_request", 400, "The permission sets have not been read yet. Try again in a moment.");
  return {
    permissionSetId,
    ownCapacity: capacityOf(textOf(values, "ownCapacity")),
    ...(values.has("knowsTeams") && { teamIds: values.getAll("teamIds").filter((value) => typeof value === "string") }),
  };
}

function capacityOf(text: string | null): number | null {
  if (text === null) return null;
  if (!/^\d{1,4}$/.test(text) || Number(text) > 1000) {
    throw new ProblemError("validation_failed", 422, "The capacity is no number.", [{ field: "ownCapacity", message: "must be a whole number from 0 to 1,000" }]);
  }
  return Number(text);
}
