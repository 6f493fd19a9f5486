"use client";

import { useId } from "react";
import { cn } from "@/components/ui/class-names";
import type { Permission } from "@/lib/auth/permissions";
import { lockOf, toggled } from "./choice";
import { permissionGroups, type PermissionInWords } from "./permission-groups";

interface PermissionChoicesProps {
  chosen: readonly Permission[];
  /** What the one who chooses may do. */
  mine: readonly string[];
  onChange: (chosen: Permission[]) => void;
}

/** All permissions, to be ticked; what can't be says why. */
export function PermissionChoices({ chosen, mine, onChange }: PermissionChoicesProps) {
  return permissionGroups.map(({ title, permissions }) => (
    <fieldset key={title}>
      <legend className="mb-1 font-medium">{title}</legend>
      <div className="overflow-hidden rounded-md border border-line">
        {permissions.map((each) => (
          <Choice
            key={each.permission}
            words={each}
            isChosen={chosen.includes(each.permission)}
            lock={lockOf(each.permission, chosen, mine)}
            onChoose={(isChosen) => onChange(toggled(chosen, each.permission, isChosen))}
          />
        ))}
      </div>
    </fieldset>
  ));
}

interface ChoiceProps {
  words: PermissionInWords;
  isChosen: boolean;
  lock: string | null;
  onChoose: (isChosen: boolean) => void;
}

function Choice({ words: { permission, label, sentence }, isChosen, lock, onChoose }: ChoiceProps) {
  const sentenceId = useId();
  return (
    <label
      className={cn(
        "flex items-start gap-2.5 border-t border-line px-3 py-2 first:border-t-0 has-[:focus-visible]:outline-2 has-[:focus-visible]:-outline-offset-2 has-[:focus-visible]:outline-accent",
        lock === null ? "hover:bg-hover" : "bg-sunken",
      )}
    >
      <input
        type="checkbox"
        name="permissions"
        value={permission}
        checked={isChosen}
        disabled={lock !== null}
        aria-label={label}
        aria-describedby={sentenceId}
        onChange={(event) => onChoose(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
      />
      <span className="flex min-w-0 flex-col">
        <span className={lock === null ? "font-medium" : "font-medium text-ink-muted"}>{label}</span>
        <span id={sentenceId} className="text-xs text-pretty text-ink-muted">
          {sentence}
          {lock === null ? null : <span className="block italic">{lock}</span>}
        </span>
      </span>
    </label>
  );
}
