import { useState } from "react";
import type { SavedPart } from "./saved-part";

interface Edit<Saved, Draft> {
  /** What the draft was begun from: it stays while others save. */
  readonly base: Saved;
  readonly draft: Draft;
}

interface Edited<Saved, Draft> {
  readonly draftOf: (saved: Saved) => Draft;
  /** How many single things differ from what was saved. */
  readonly countChanges: (base: Saved, draft: Draft) => number;
}

/** An edit of settings: begun with the first change, over when nothing differs any more. */
export function useEdit<Saved extends SavedPart, Draft>(saved: Saved, { draftOf, countChanges }: Edited<Saved, Draft>) {
  const [edit, setEdit] = useState<Edit<Saved, Draft> | null>(null);
  const base = edit?.base ?? saved;
  const draft = edit?.draft ?? draftOf(saved);
  return {
    base,
    draft,
    changeCount: countChanges(base, draft),
    /** Somebody saved after this edit was begun. */
    isBehind: edit !== null && saved.version > base.version,
    change: (next: (draft: Draft) => Draft) =>
      setEdit((current) => {
        const from = current?.base ?? saved;
        const changed = next(current?.draft ?? draftOf(saved));
        return countChanges(from, changed) === 0 ? null : { base: from, draft: changed };
      }),
    /** Goes on from what somebody else saved, with this draft on top. */
    rebase: (onto: Saved, draft: Draft) => setEdit(countChanges(onto, draft) === 0 ? null : { base: onto, draft }),
    discard: () => setEdit(null),
  };
}

export type EditOf<Saved extends SavedPart, Draft> = ReturnType<typeof useEdit<Saved, Draft>>;
