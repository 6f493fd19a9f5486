"use client";

import { Lock } from "lucide-react";
import { useEffect, useRef } from "react";
import { Moment } from "@/components/ui/age";
import { useMay } from "@/lib/client/me";
import type { RoutingSettings } from "@/lib/contracts/routing-settings";
import { DedicatedAgentSection } from "./dedicated-agent-section";
import { LeaveDialog } from "./leave-dialog";
import { SaveBar } from "./save-bar";
import { waitingSentence } from "./saved-sentence";
import { StaleSaveDialog } from "./stale-save-dialog";
import { useEdit } from "./use-edit";
import { useLeaveGuard } from "./use-leave-guard";
import { useSave } from "./use-save";

export function RoutingSettingsForm({ saved }: { saved: RoutingSettings }) {
  const mayChange = useMay("routing_settings.write");
  const edit = useEdit(saved);
  const { save, isSaving, conflict, differences, keep, takeTheirs, goBack } = useSave(edit);
  const isDirty = edit.changeCount > 0 || edit.hasTypos;
  const { pending, stay } = useLeaveGuard(isDirty);
  const rootRef = useRef<HTMLDivElement>(null);

  function saveIfUnderstood() {
    if (isSaving || !isDirty) return;
    if (edit.hasTypos) rootRef.current?.querySelector<HTMLElement>("input[aria-invalid=true], input[data-invalid]")?.focus();
    else save();
  }
  useSaveShortcut(mayChange, saveIfUnderstood);

  function leave() {
    const goOn = pending;
    stay();
    edit.discard();
    // The guard must be gone before the way is taken.
    setTimeout(() => goOn?.(), 0);
  }

  return (
    <div ref={rootRef} className="flex flex-col gap-3">
      {mayChange ? null : (
        <p className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-ink-muted">
          <Lock aria-hidden className="size-4 shrink-0" />
          You can see these settings. An administrator can change them.
        </p>
      )}
      <DedicatedAgentSection channels={edit.base.channels} edit={edit} isReadOnly={!mayChange} />
      <SavedLine saved={saved} />
      {/* Its room is kept, so that the last row is never under the bar. */}
      <div className="pointer-events-none sticky bottom-0 z-10 -mx-2 flex min-h-20 items-end justify-center px-2 pb-4">
        {isDirty && mayChange ? (
          <div className="pointer-events-auto flex w-full justify-center">
            <SaveBar
              changeCount={edit.changeCount}
              hasTypos={edit.hasTypos}
              isSaving={isSaving}
              savedMeanwhileBy={edit.isBehind ? saved.updatedBy : undefined}
              onSave={saveIfUnderstood}
              onDiscard={edit.discard}
            />
          </div>
        ) : null}
      </div>
      <LeaveDialog isOpen={pending !== null} changeCount={Math.max(edit.changeCount, 1)} onStay={stay} onLeave={leave} />
      {conflict === null ? null : (
        <StaleSaveDialog
          key={conflict.theirs.version}
          theirs={conflict.theirs}
          differences={differences}
          isSaving={isSaving}
          onKeep={keep}
          onTakeTheirs={takeTheirs}
          onGoBack={goBack}
        />
      )}
    </div>
  );
}

function SavedLine({ saved }: { saved: RoutingSettings }) {
  const waiting = waitingSentence(saved.waitingCount);
  return (
    <p className="px-1 text-xs text-ink-faint">
      {saved.version > 1 ? (
        <>
          Last saved <Moment at={saved.updatedAt} /> by {saved.updatedBy?.name ?? "an API key"}.{" "}
        </>
      ) : null}
      {waiting}
    </p>
  );
}

/** Ctrl-S or ⌘S, which would else save the page as a file. */
function useSaveShortcut(isActive: boolean, onSave: () => void) {
  const latest = useRef(onSave);
  useEffect(() => {
    latest.current = onSave;
  });
  useEffect(() => {
    if (!isActive) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "s" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isActive]);
}
