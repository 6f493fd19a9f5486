"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import type { z } from "zod";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { mergedDraft, type Difference } from "./difference";
import type { SavedPart } from "./saved-part";
import type { EditOf } from "./use-edit";

interface Save<Saved, Draft> {
  readonly base: Saved;
  readonly draft: Draft;
}

interface Saving<Saved extends SavedPart, Draft> {
  readonly edit: Pick<EditOf<Saved, Draft>, "base" | "draft" | "rebase" | "discard">;
  readonly queryKey: readonly unknown[];
  readonly schema: z.ZodType<Saved>;
  readonly draftOf: (saved: Saved) => Draft;
  /** Of my draft and what they saved, by what both began from. */
  readonly differences: (base: Saved, mine: Draft, theirs: Saved) => readonly Difference<Draft>[];
  readonly put: (save: Save<Saved, Draft>) => Promise<Saved>;
  /** What a save means now. */
  readonly savedSentence?: (before: Saved, after: Saved) => string;
  readonly onSaved?: () => void;
}

/** Saves an edit; when somebody else saved first, holds both until it is chosen what stays. */
export function useSave<Saved extends SavedPart, Draft>({ edit, queryKey, schema, draftOf, differences, put, savedSentence, onSaved }: Saving<Saved, Draft>) {
  const queryClient = useQueryClient();
  const [conflict, setConflict] = useState<(Save<Saved, Draft> & { readonly theirs: Saved }) | null>(null);

  const mutation = useMutation({
    mutationFn: put,
    onSuccess: (saved, { base }) => {
      queryClient.setQueryData(queryKey, saved);
      edit.discard();
      setConflict(null);
      toast.success("Saved", { description: savedSentence?.(base, saved) });
      onSaved?.();
    },
    onError: (error, { base, draft }) => {
      const theirs = savedMeanwhile(error, schema);
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
    conflict: conflict === null ? null : { theirs: conflict.theirs, differences: found },
    keep: (keepsMine: (key: string) => boolean) => {
      if (conflict === null) return;
      const draft = mergedDraft(draftOf(conflict.theirs), found, keepsMine);
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

export type SaveOf<Saved extends SavedPart, Draft> = ReturnType<typeof useSave<Saved, Draft>>;

/** With a refusal because somebody else saved meanwhile: what they saved. */
function savedMeanwhile<Saved>(error: unknown, schema: z.ZodType<Saved>): Saved | null {
  if (!(error instanceof ProblemError) || error.code !== "stale_version") return null;
  const current = schema.safeParse(error.current);
  return current.success ? current.data : null;
}
