import { useState } from "react";
import type { RoutingSettings } from "@/lib/contracts/routing-settings";
import { countChanges, draftOf, withChoice, type ChannelChoice, type Draft } from "./draft";

interface Edit {
  /** What the draft was begun from: it stays while others save. */
  readonly base: RoutingSettings;
  readonly draft: Draft;
}

/** An edit of the settings: begun with the first change, over when nothing differs any more. */
export function useEdit(saved: RoutingSettings) {
  const [edit, setEdit] = useState<Edit | null>(null);
  /** What is typed into exact fields and not understood, by channel. */
  const [typos, setTypos] = useState<ReadonlyMap<string, string>>(new Map());

  const base = edit?.base ?? saved;
  const draft = edit?.draft ?? draftOf(saved);

  function change(next: (draft: Draft) => Draft) {
    setEdit((current) => {
      const from = current?.base ?? saved;
      const changed = next(current?.draft ?? draftOf(saved));
      return countChanges(from, changed) === 0 ? null : { base: from, draft: changed };
    });
  }

  return {
    base,
    draft,
    changeCount: countChanges(base, draft),
    hasTypos: typos.size > 0,
    typos,
    /** Somebody saved after this edit was begun. */
    isBehind: edit !== null && saved.version > base.version,
    setEnabled: (dedicatedAgentEnabled: boolean) => change((draft) => ({ ...draft, dedicatedAgentEnabled })),
    setChoice: (channelId: string, choice: ChannelChoice) => {
      setTypos((current) => without(current, channelId));
      change((draft) => withChoice(draft, channelId, choice));
    },
    setChoices: (choiceFor: (channelId: string, current: ChannelChoice) => ChannelChoice) => {
      setTypos(new Map());
      change((draft) => [...draft.channels].reduce((all, [id, choice]) => withChoice(all, id, choiceFor(id, choice)), draft));
    },
    setTypo: (channelId: string, typed: string | null) =>
      setTypos((current) => (typed === null ? without(current, channelId) : new Map(current).set(channelId, typed))),
    /** Goes on from what somebody else saved, with this draft on top. */
    rebase: (onto: RoutingSettings, draft: Draft) => setEdit(countChanges(onto, draft) === 0 ? null : { base: onto, draft }),
    discard: () => {
      setEdit(null);
      setTypos(new Map());
    },
  };
}

export type SettingsEdit = ReturnType<typeof useEdit>;

function without(typos: ReadonlyMap<string, string>, channelId: string): ReadonlyMap<string, string> {
  if (!typos.has(channelId)) return typos;
  const rest = new Map(typos);
  rest.delete(channelId);
  return rest;
}
