"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { MadeInvitation } from "@/lib/contracts/invitations";
import { inviteUser, usersKey } from "./queries";
import { placeOf, UserFields } from "./user-fields";

interface InviteUserProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onMade: (made: MadeInvitation) => void;
}

export function InviteUser({ isOpen, onOpenChange, onMade }: InviteUserProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title="Invite somebody"
      description="They get a link to choose their password with. It can be used once, for 7 days."
      saveLabel="Make the invitation"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const name = textOf(values, "name");
        const made = await inviteUser({ ...placeOf(values), email: textOf(values, "email") ?? "", ...(name !== null && { name }) });
        await queryClient.invalidateQueries({ queryKey: usersKey });
        onOpenChange(false);
        onMade(made);
      }}
    >
      {(errorOf) => (
        <>
          <Field label="E-mail" name="email" error={errorOf("email", "The e-mail")}>
            <Input type="email" inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={254} />
          </Field>
          <Field label="Name" name="name" error={errorOf("name", "The name")} hint="If you know it. They can change it when they join.">
            <Input autoComplete="off" maxLength={100} />
          </Field>
          <UserFields errorOf={errorOf} />
        </>
      )}
    </FormDialog>
  );
}
