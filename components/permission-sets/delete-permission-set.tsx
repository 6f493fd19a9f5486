"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import type { PermissionSet } from "@/lib/contracts/permission-sets";
import { holderCount } from "./holders";
import { deletePermissionSet, permissionSetsQuery } from "./queries";

interface DeletePermissionSetProps {
  permissionSet: PermissionSet;
  /** What its holders can get instead. */
  others: readonly PermissionSet[];
  onClose: () => void;
}

export function DeletePermissionSet({ permissionSet, others, onClose }: DeletePermissionSetProps) {
  const { id, name } = permissionSet;
  const queryClient = useQueryClient();
  const [replacement, setReplacement] = useState<string | null>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => deletePermissionSet(id, replacement),
    onSuccess: async () => {
      toast.success(`${name} is deleted`);
      onClose();
      await queryClient.invalidateQueries({ queryKey: permissionSetsQuery().queryKey });
    },
  });
  const holders = holderCount(permissionSet);
  // Deactivated users and revoked keys, which are not counted, keep theirs too; only the refusal tells of them.
  const asks = holders !== "" || replacement !== null || (error instanceof ProblemError && error.code === "conflict");
  return (
    <AlertDialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <AlertDialogContent
        title={`Delete ${name}?`}
        description={holders === "" ? "Nobody has it. It can’t be undone." : `It can’t be undone. ${holders} ${holders.startsWith("1 ") && !holders.includes(" and ") ? "has" : "have"} it, and will be able to do what the set you choose says.`}
        body={
          <div className="mt-3 flex flex-col gap-2">
            {asks ? <Replacement others={others} value={replacement} onChange={setReplacement} /> : null}
            <p role="alert" className="text-negative-ink empty:hidden">
              {error === null ? null : sentenceOf(error)}
            </p>
          </div>
        }
      >
        <Button onClick={onClose}>Keep it</Button>
        <Button variant="danger" isBusy={isPending} disabled={asks && replacement === null} onClick={() => mutate()}>
          Delete
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}

interface ReplacementProps {
  others: readonly PermissionSet[];
  value: string | null;
  onChange: (id: string | null) => void;
}

function Replacement({ others, value, onChange }: ReplacementProps) {
  const items = [{ value: null, label: "Choose a permission set" }, ...others.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Field label="They get instead">
      <Select items={items} value={value} onValueChange={onChange}>
        <SelectTrigger className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {others.map(({ id, name }) => (
            <SelectItem key={id} value={id}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}
