"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { FormDialog } from "@/components/layout/form-dialog";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { minPasswordLength } from "@/lib/contracts/account";
import { AccountSection } from "./account-section";
import { passwordOf, PasswordField } from "./password-field";
import { changePassword, sessionsQuery } from "./queries";

export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  return (
    <AccountSection title="Password" actions={hasPassword ? <Button onClick={() => setIsOpen(true)}>Change password</Button> : null}>
      <p className="text-pretty text-ink-muted">{hasPassword ? "Changing it signs you out everywhere else." : "You have none here."}</p>
      <FormDialog
        title="Change your password"
        description="Every other session of yours ends."
        saveLabel="Change password"
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        onSave={async (values) => {
          await changePassword({ currentPassword: passwordOf(values, "currentPassword"), newPassword: passwordOf(values, "newPassword") });
          await queryClient.invalidateQueries({ queryKey: sessionsQuery().queryKey });
          setIsOpen(false);
          toast.success("Your password is changed, and you are signed out everywhere else");
        }}
      >
        {(errorOf) => (
          <>
            <PasswordField label="Current password" name="currentPassword" error={errorOf("currentPassword", "The current password")} />
            <Field label="New password" name="newPassword" error={errorOf("newPassword", "The new password")} hint={`At least ${minPasswordLength} characters. A few words are better than a riddle.`}>
              <Input type="password" autoComplete="new-password" />
            </Field>
          </>
        )}
      </FormDialog>
    </AccountSection>
  );
}
