"use client";

import { useRef } from "react";
import { EditFrame } from "@/components/layout/edit-frame";
import { useSave } from "@/components/layout/use-save";
import { useMay } from "@/lib/client/me";
import { routingSettings, type RoutingSettings } from "@/lib/contracts/routing-settings";
import { DedicatedAgentSection } from "./dedicated-agent-section";
import { differences } from "./differences";
import { bodyOf, draftOf } from "./draft";
import { GeneralSection } from "./general-section";
import { putRoutingSettings, routingSettingsQuery } from "./queries";
import { savedSentence, waitingSentence } from "./saved-sentence";
import { useEdit } from "./use-edit";

export function RoutingSettingsForm({ saved }: { saved: RoutingSettings }) {
  const mayChange = useMay("routing_settings.write");
  const edit = useEdit(saved);
  const save = useSave({
    edit,
    queryKey: routingSettingsQuery().queryKey,
    schema: routingSettings,
    draftOf,
    differences,
    put: ({ base, draft }) => putRoutingSettings(bodyOf(base, draft)),
    savedSentence,
  });
  const rootRef = useRef<HTMLDivElement>(null);
  return (
    <div ref={rootRef}>
      <EditFrame
        saved={saved}
        edit={edit}
        save={save}
        unfinished={edit.hasTypos ? "a time that is not understood" : null}
        onShowUnfinished={() => rootRef.current?.querySelector<HTMLElement>("input[aria-invalid=true], input[data-invalid]")?.focus()}
        note={waitingSentence(saved.waitingCount)}
      >
        <GeneralSection edit={edit} isReadOnly={!mayChange} />
        <DedicatedAgentSection channels={edit.base.channels} edit={edit} isReadOnly={!mayChange} />
      </EditFrame>
    </div>
  );
}
