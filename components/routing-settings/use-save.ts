"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { sentenceOf } from "@/lib/client/problem-error";
import type { RoutingSettings } from "@/lib/contracts/routing-settings";
import { differences, mergedDraft } from "./differences";
import { bodyOf, type Draft } from "./draft";
import { putRoutingSettings, routingSettingsQuery, savedMeanwhile } from "./queries";
import { savedSentence } from "./saved-sentence";
import type { SettingsEdit } from "./use-edit";

interface Save {
  base: RoutingSettings;
  draft: Draft;
}

/** Saves an edit; when somebody else saved first, holds both until it is chosen what stays. */
export function useSave(edit: SettingsEdit) {
  const queryClient = useQueryClient();
  const { queryKey } = routingSettingsQuery();
  const [conflict, setConflict] = useState<(Save & { theirs: RoutingSettings }) | null>(null);

  const mutation = useMutation({
    mutationFn: ({ base, draft }: Save) => putRoutingSettings(bodyOf(base, draft)),
    onSuccess: (saved, { base }) => {
      queryClient.setQueryData(queryKey, saved);
      edit.discard();
      setConflict(null);
      toast.success("Saved", { description: savedSentence(base, saved) });
    },
    onError: (error, { base, draft }) => {
      const theirs = savedMeanwhile(error);
      if (theirs === null) {
        toast.error(`Not saved. ${sentenceOf(error)}`);
        return;
      }
      // Not yet into the cache: what I see behind the question is still what I edit.
      setConflict({ base, draft, theirs });
    },
  });

  const found = conflict === null ? [] : differences(conflict.base, conflict.draft, conflict.theirs);
  return {
    save: () => mutation.mutate({ base: edit.base, draft: edit.draft }),
    isSaving: mutation.isPending,
    conflict,
    differences: found,
    keep: (keepsMine: (key: string) => boolean) => {
      if (conflict === null) return;
      const draft = mergedDraft(conflict.theirs, found, keepsMine);
      edit.rebase(conflict.theirs, draft);
      mutation.mutate({ base: conflict.theirs, draft });
    },
    takeTheirs: () => {
      if (conflict === null) return;
      queryClient.setQueryData(queryKey, conflict.theirs);
      edit.discard();
      setConflict(null);
    },
    goBack: () => setConflict(null),
  };
}
