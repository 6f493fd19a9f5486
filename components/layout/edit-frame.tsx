"use client";

import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Moment } from "@/components/ui/age";
import { useMay } from "@/lib/client/me";
import { LeaveDialog } from "./leave-dialog";
import { SaveBar } from "./save-bar";
import type { SavedPart } from "./saved-part";
import { StaleSaveDialog } from "./stale-save-dialog";
import type { EditOf } from "./use-edit";
import { useLeaveGuard } from "./use-leave-guard";
import type { SaveOf } from "./use-save";
import { useSaveShortcut } from "./use-save-shortcut";

interface EditFrameProps<Saved extends SavedPart, Draft> {
  saved: Saved;
  edit: Pick<EditOf<Saved, Draft>, "changeCount" | "isBehind" | "discard">;
  save: SaveOf<Saved, Draft>;
  /** What of the draft can't be saved as it stands, in words; saving shows it. */
  unfinished?: string | null;
  onShowUnfinished?: () => void;
  /** What else there is to say of what is saved. */
  note?: ReactNode;
  children: ReactNode;
}

/** Settings that are saved as a whole: the bar to save them, the question before leaving, and what to do when another saved first. */
export function EditFrame<Saved extends SavedPart, Draft>({ saved, edit, save, unfinished = null, onShowUnfinished, note, children }: EditFrameProps<Saved, Draft>) {
  const mayChange = useMay("routing_settings.write");
  const isDirty = edit.changeCount > 0 || unfinished !== null;
  const { pending, stay } = useLeaveGuard(isDirty && mayChange);

  function saveIfFinished() {
    if (save.isSaving || !isDirty) return;
    if (unfinished === null) save.save();
    else onShowUnfinished?.();
  }
  useSaveShortcut(mayChange, saveIfFinished);

  function leave() {
    const goOn = pending;
    stay();
    edit.discard();
    // The guard must be gone before the way is taken.
    setTimeout(() => goOn?.(), 0);
  }

  return (
    <div className="flex flex-col gap-3">
      {mayChange ? null : (
        <p className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-ink-muted">
          <Lock aria-hidden className="size-4 shrink-0" />
          You can see these settings. An administrator can change them.
        </p>
      )}
      {children}
      <SavedLine saved={saved} note={note} />
      {/* Its room is kept, so that the last row is never under the bar. */}
      <div className="pointer-events-none sticky bottom-0 z-10 -mx-2 flex min-h-20 items-end justify-center px-2 pb-4">
        {isDirty && mayChange ? (
          <div className="pointer-events-auto flex w-full justify-center">
            <SaveBar
              changeCount={edit.changeCount}
              unfinished={unfinished}
              isSaving={save.isSaving}
              savedMeanwhileBy={edit.isBehind ? saved.updatedBy : undefined}
              onSave={saveIfFinished}
              onDiscard={edit.discard}
            />
          </div>
        ) : null}
      </div>
      <LeaveDialog isOpen={pending !== null} changeCount={Math.max(edit.changeCount, 1)} onStay={stay} onLeave={leave} />
      {save.conflict === null ? null : <StaleSaveDialog key={save.conflict.theirs.version} conflict={save.conflict} save={save} />}
    </div>
  );
}

function SavedLine({ saved, note }: { saved: SavedPart; note: ReactNode }) {
  return (
    <p className="px-1 text-xs text-ink-faint">
      {saved.version > 1 ? (
        <>
          Last saved <Moment at={saved.updatedAt} /> by {saved.updatedBy?.name ?? "an API key"}.{" "}
        </>
      ) : null}
      {note}
    </p>
  );
}
