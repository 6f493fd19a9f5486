"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { withImplied } from "@/lib/auth/implied-permissions";
import { isPermission, type Permission } from "@/lib/auth/permissions";
import { meQuery } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { PermissionSet } from "@/lib/contracts/permission-sets";
import { givable } from "./choice";
import { namesOfPermissions } from "./permission-groups";
import { PermissionChoices } from "./permission-choices";
import { createPermissionSet, permissionSetsQuery, updatePermissionSet } from "./queries";
import { StaleNotice } from "./stale-notice";
import { savedMeanwhile, type SavedMeanwhile } from "./stale-version";

const maxNameLength = 60;

interface PermissionSetDialogProps {
  /** To be changed; undefined: a new one. */
  permissionSet?: PermissionSet;
  /** Where a new one begins; undefined: empty. */
  copyOf?: PermissionSet;
  onClose: () => void;
}

export function PermissionSetDialog({ permissionSet, copyOf, onClose }: PermissionSetDialogProps) {
  const queryClient = useQueryClient();
  const { data: me } = useQuery(meQuery());
  const mine = me?.permissions ?? [];
  const [base, setBase] = useState(permissionSet);
  const [name, setName] = useState(permissionSet?.name ?? (copyOf === undefined ? "" : `Copy of ${copyOf.name}`.slice(0, maxNameLength)));
  const [chosen, setChosen] = useState<readonly Permission[]>(() => withImplied((permissionSet?.permissions ?? givable(copyOf?.permissions ?? [], mine)).filter(isPermission)));
  const [theirs, setTheirs] = useState<SavedMeanwhile | null>(null);
  const leftOut = copyOf === undefined ? [] : namesOfPermissions(copyOf.permissions.filter((each) => !givable([each], mine).length));
  const read = () => queryClient.invalidateQueries({ queryKey: permissionSetsQuery().queryKey });

  function offerUndo(before: PermissionSet, saved: PermissionSet) {
    const undo = () =>
      updatePermissionSet(saved.id, { version: saved.version, name: before.name, permissions: before.permissions })
        .then(read)
        .then(() => toast.success(`${before.name} is as it was`))
        .catch((error: unknown) => toast.error(sentenceOf(error)));
    toast.success(`${saved.name} is saved`, { description: "It counts at once for everybody who has it.", action: { label: "Undo", onClick: () => void undo() } });
  }

  return (
    <FormDialog
      title={permissionSet === undefined ? "New permission set" : `Edit ${permissionSet.name}`}
      description={permissionSet === undefined ? "It adds to what its holders may do by their other sets." : "What you change counts at once for everybody who has it."}
      saveLabel={permissionSet === undefined ? "Create" : "Save"}
      isLong
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      onSave={async (values) => {
        const content = { name: textOf(values, "name") ?? "", permissions: [...chosen] };
        if (base === undefined) {
          const made = await createPermissionSet(content);
          toast.success(`${made.name} is a permission set now`, { description: "Give it to users under Users, or to an API key." });
        } else {
          const saved = await updatePermissionSet(base.id, { version: theirs?.version ?? base.version, ...content }).catch((error: unknown) => {
            setTheirs(savedMeanwhile(error));
            throw error;
          });
          offerUndo(theirs === null ? base : { ...base, ...theirs }, saved);
        }
        onClose();
        await read();
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input value={name} onChange={(event) => setName(event.currentTarget.value)} autoComplete="off" maxLength={maxNameLength} />
          </Field>
          {leftOut.length === 0 ? null : <p className="rounded-md bg-caution-soft px-3 py-2 text-caution-ink">Left out, as you can’t give it: {leftOut.join(", ")}.</p>}
          <PermissionChoices chosen={chosen} mine={mine} onChange={setChosen} />
          <p role="alert" className="text-negative-ink empty:hidden">
            {errorOf("permissions", "The set")}
          </p>
          {theirs === null ? null : (
            <StaleNotice
              theirs={theirs}
              mine={{ name, permissions: chosen }}
              onTake={() => {
                setName(theirs.name);
                setChosen(withImplied(theirs.permissions.filter(isPermission)));
                if (base !== undefined) setBase({ ...base, ...theirs });
                setTheirs(null);
              }}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
