import { useState } from "react";
import { useEdit as useEditOf } from "@/components/layout/use-edit";
import type { GeneralSettings, RoutingSettings } from "@/lib/contracts/routing-settings";
import { countChanges, draftOf, withChoice, type ChannelChoice, type Draft } from "./draft";

/** An edit of the routing settings, with what is typed into its exact fields. */
export function useEdit(saved: RoutingSettings) {
  const { change, rebase, discard, ...edit } = useEditOf<RoutingSettings, Draft>(saved, { draftOf, countChanges });
  /** What is typed into exact fields and not understood, by channel or, of what is general, by name. */
  const [typos, setTypos] = useState<ReadonlyMap<string, string>>(new Map());

  return {
    ...edit,
    rebase,
    hasTypos: typos.size > 0,
    typos,
    setGeneral: (changed: Partial<GeneralSettings>) => change((draft) => ({ ...draft, general: { ...draft.general, ...changed } })),
    setEnabled: (dedicatedAgentEnabled: boolean) => change((draft) => ({ ...draft, dedicatedAgentEnabled })),
    setChoice: (channelId: string, choice: ChannelChoice) => {
      setTypos((current) => without(current, channelId));
      change((draft) => withChoice(draft, channelId, choice));
    },
    setChoices: (choiceFor: (channelId: string, current: ChannelChoice) => ChannelChoice) => {
      setTypos((current) => new Map([...current].filter(([field]) => field === acceptTimeout)));
      change((draft) => [...draft.channels].reduce((all, [id, choice]) => withChoice(all, id, choiceFor(id, choice)), draft));
    },
    setTypo: (field: string, typed: string | null) =>
      setTypos((current) => (typed === null ? without(current, field) : new Map(current).set(field, typed))),
    discard: () => {
      discard();
      setTypos(new Map());
    },
  };
}

export type SettingsEdit = ReturnType<typeof useEdit>;

/** Under which its typo is kept, beside those of channels. */
export const acceptTimeout = "acceptTimeout";

function without(typos: ReadonlyMap<string, string>, field: string): ReadonlyMap<string, string> {
  if (!typos.has(field)) return typos;
  const rest = new Map(typos);
  rest.delete(field);
  return rest;
}
