"use client";

import { useState } from "react";
import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import type { Difference } from "./difference";
import type { SavedPart } from "./saved-part";

/** What there is to see of a difference, whatever it is of. */
type ShownDifference = Omit<Difference<never>, "applyMine">;

interface StaleSaveDialogProps {
  conflict: { readonly theirs: SavedPart; readonly differences: readonly ShownDifference[] };
  save: {
    readonly isSaving: boolean;
    /** Saves theirs with mine on top where `keepsMine` says so. */
    readonly keep: (keepsMine: (key: string) => boolean) => void;
    readonly takeTheirs: () => void;
    readonly goBack: () => void;
  };
}

/** Somebody else saved first: shows what differs, and lets each value be chosen. */
export function StaleSaveDialog({ conflict: { theirs, differences }, save: { isSaving, keep, takeTheirs, goBack } }: StaleSaveDialogProps) {
  const [givenUp, setGivenUp] = useState<ReadonlySet<string>>(new Set());
  const who = theirs.updatedBy?.name ?? "An API key";
  const mine = differences.filter(({ changedBy }) => changedBy !== "them");
  const onlyTheirs = differences.filter(({ changedBy }) => changedBy === "them");

  function choose(key: string, keepsMine: boolean) {
    const next = new Set(givenUp);
    if (keepsMine) next.delete(key);
    else next.add(key);
    setGivenUp(next);
  }

  return (
    <AlertDialog open onOpenChange={(isOpen) => (isOpen ? undefined : goBack())}>
      <AlertDialogContent
        className="sm:max-w-xl"
        title={`${who} saved meanwhile`}
        description="Nothing is saved of yours yet. Choose for each value which one stays; what only they changed stays as they saved it."
        body={
          <>
            {mine.length === 0 ? null : <Choices who={who} differences={mine} givenUp={givenUp} onChoose={choose} />}
            {onlyTheirs.length === 0 ? null : <TheirsOnly who={who} differences={onlyTheirs} />}
            {differences.length === 0 ? <p className="mt-3 text-ink-muted">You both came to the same values: nothing differs.</p> : null}
          </>
        }
      >
        <Button variant="ghost" onClick={goBack} disabled={isSaving} className="sm:mr-auto">
          Keep editing
        </Button>
        <Button onClick={takeTheirs} disabled={isSaving}>
          Take theirs
        </Button>
        <Button variant="primary" onClick={() => keep((key) => !givenUp.has(key))} isBusy={isSaving} disabled={mine.length === 0}>
          {givenUp.size === 0 ? "Keep mine on top of theirs" : "Save as chosen"}
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}

interface ChoicesProps {
  who: string;
  differences: readonly ShownDifference[];
  givenUp: ReadonlySet<string>;
  onChoose: (key: string, keepsMine: boolean) => void;
}

function Choices({ who, differences, givenUp, onChoose }: ChoicesProps) {
  return (
    <div className="mt-4 flex flex-col gap-3">
      {differences.map(({ key, label, before, mine, theirs, changedBy }) => (
        <fieldset key={key}>
          <legend className="mb-1 font-medium">{label}</legend>
          <div className="grid grid-cols-1 gap-1.5 sm:grid-cols-2">
            <Choice name={key} title="Mine" value={mine} isChosen={!givenUp.has(key)} onChoose={() => onChoose(key, true)} />
            <Choice
              name={key}
              title={changedBy === "both" ? who : `${who} left it`}
              value={theirs}
              note={changedBy === "both" ? `before: ${before}` : undefined}
              isChosen={givenUp.has(key)}
              onChoose={() => onChoose(key, false)}
            />
          </div>
        </fieldset>
      ))}
    </div>
  );
}

interface ChoiceProps {
  name: string;
  title: string;
  value: string;
  note?: string | undefined;
  isChosen: boolean;
  onChoose: () => void;
}

function Choice({ name, title, value, note, isChosen, onChoose }: ChoiceProps) {
  return (
    <label
      className={cn(
        "flex items-start gap-2 rounded-md border px-2.5 py-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-accent",
        isChosen ? "border-accent bg-accent-soft" : "border-line-strong hover:bg-hover",
      )}
    >
      <input type="radio" name={name} checked={isChosen} onChange={onChoose} className="mt-0.5 size-4 shrink-0 accent-accent outline-none" />
      <span className="flex min-w-0 flex-col">
        <span className="text-xs text-ink-muted">{title}</span>
        <span className="font-medium tabular-nums">{value}</span>
        {note === undefined ? null : <span className="text-xs text-ink-muted">{note}</span>}
      </span>
    </label>
  );
}

function TheirsOnly({ who, differences }: { who: string; differences: readonly ShownDifference[] }) {
  return (
    <div className="mt-4">
      <p className="mb-1 font-medium">Changed by {who} alone</p>
      <ul className="flex flex-col gap-0.5 text-ink-muted">
        {differences.map(({ key, label, before, theirs }) => (
          <li key={key} className="tabular-nums">
            {label}: {before} → <span className="font-medium text-ink">{theirs}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
