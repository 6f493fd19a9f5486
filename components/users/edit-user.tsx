"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { User } from "@/lib/contracts/users";
import { updateUser, usersKey } from "./queries";
import { placeOf, UserFields } from "./user-fields";

interface EditUserProps {
  user: User;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function EditUser({ user, isOpen, onOpenChange }: EditUserProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={`Edit ${user.name}`}
      description={user.email}
      saveLabel="Save"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const saved = await updateUser(user.id, { ...placeOf(values), name: textOf(values, "name") ?? "" });
        await queryClient.invalidateQueries({ queryKey: usersKey });
        onOpenChange(false);
        toast.success(`${saved.name} is saved`);
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input defaultValue={user.name} autoComplete="off" maxLength={100} />
          </Field>
          <UserFields user={user} errorOf={errorOf} />
        </>
      )}
    </FormDialog>
  );
}
