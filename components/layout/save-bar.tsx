"use client";

import { Button } from "@/components/ui/button";
import type { NameRef } from "@/lib/contracts/common";

interface SaveBarProps {
  changeCount: number;
  /** What can't be saved as it stands, in words: "a wait that is not understood". */
  unfinished: string | null;
  isSaving: boolean;
  /** Who saved since these changes were begun; undefined: nobody did, null: an API key. */
  savedMeanwhileBy: NameRef | null | undefined;
  onSave: () => void;
  onDiscard: () => void;
}

/** Floats over the page, so that nothing moves when it comes and goes. */
export function SaveBar({ changeCount, unfinished, isSaving, savedMeanwhileBy, onSave, onDiscard }: SaveBarProps) {
  return (
    <section
      aria-label="Unsaved changes"
      className="flex w-full max-w-3xl flex-wrap items-center justify-end gap-2 sm:flex-nowrap rounded-xl bg-raised py-2 pr-2 pl-4 shadow-bar"
    >
      <p role="status" className="min-w-0 flex-1 basis-full text-sm sm:basis-0">
        <span className="font-medium tabular-nums">{says(changeCount, unfinished)}</span>
        {savedMeanwhileBy === undefined ? null : (
          <span className="text-caution-ink"> · {savedMeanwhileBy?.name ?? "An API key"} saved meanwhile; saving shows what differs</span>
        )}
      </p>
      <Button variant="ghost" onClick={onDiscard} disabled={isSaving}>
        Discard
      </Button>
      <Button variant="primary" onClick={onSave} isBusy={isSaving} aria-keyshortcuts="Control+S Meta+S">
        Save Changes
      </Button>
    </section>
  );
}

function says(changeCount: number, unfinished: string | null): string {
  const changes = changeCount === 1 ? "1 change" : `${changeCount} changes`;
  if (unfinished === null) return changes;
  return changeCount === 0 ? `${unfinished.slice(0, 1).toUpperCase()}${unfinished.slice(1)}` : `${changes}, and ${unfinished}`;
}
