"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "sonner";
import { FormDialog } from "@/components/layout/form-dialog";
import { Button } from "@/components/ui/button";
import type { Account, SecondFactorKey } from "@/lib/contracts/account";
import { AccountSection } from "./account-section";
import { ConfirmDialog } from "./confirm-dialog";
import { passwordOf, PasswordField } from "./password-field";
import { accountQuery, beginSecondFactor, disableSecondFactor, renewRecoveryCodes } from "./queries";
import { RecoveryCodes } from "./recovery-codes";

type Asked = "set_up" | "renew" | "disable";

const questions = {
  set_up: { title: "Set up a second factor", description: "First, make sure it is you.", saveLabel: "Go on" },
  renew: { title: "New recovery codes", description: "The ones you have now open nothing any more.", saveLabel: "Make new codes" },
  disable: { title: "Switch the second factor off", description: "Your password alone will sign you in.", saveLabel: "Switch off" },
} as const satisfies Record<Asked, unknown>;

export function SecondFactorSection({ account }: { account: Account }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [begun, setBegun] = useState<SecondFactorKey | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const queryClient = useQueryClient();
  const { secondFactor, hasPassword } = account;

  async function answer(question: Asked, password: string) {
    switch (question) {
      case "set_up":
        setBegun(await beginSecondFactor(password));
        break;
      case "renew":
        setCodes(await renewRecoveryCodes(password));
        await queryClient.invalidateQueries({ queryKey: accountQuery().queryKey });
        break;
      case "disable":
        queryClient.setQueryData(accountQuery().queryKey, await disableSecondFactor(password));
        toast.success("The second factor is off");
        break;
    }
    setAsked(null);
  }

  return (
    <AccountSection
      title="Second factor"
      actions={
        secondFactor !== null ? (
          <>
            <Button onClick={() => setAsked("renew")}>New recovery codes</Button>
            <Button onClick={() => setAsked("disable")}>Switch off</Button>
          </>
        ) : hasPassword ? (
          <Button onClick={() => setAsked("set_up")}>Set up</Button>
        ) : null
      }
    >
      <p className="text-pretty text-ink-muted">
        {secondFactor === null
          ? "Off. With it, signing in also asks for a code from an app on your phone, so that a stolen password is not enough."
          : `On. Signing in asks for a code from your app. You have ${secondFactor.recoveryCodesLeft} recovery codes left.`}
      </p>
      {asked === null ? null : (
        <FormDialog {...questions[asked]} isOpen onOpenChange={(isOpen) => (isOpen ? undefined : setAsked(null))} onSave={(values) => answer(asked, passwordOf(values, "password"))}>
          {(errorOf) => <PasswordField label="Your password" name="password" error={errorOf("password", "The password")} />}
        </FormDialog>
      )}
      {begun === null ? null : (
        <ConfirmDialog
          begun={begun}
          onClose={() => setBegun(null)}
          onConfirmed={(confirmed) => {
            queryClient.setQueryData(accountQuery().queryKey, confirmed);
            setCodes(begun.recoveryCodes);
            setBegun(null);
          }}
        />
      )}
      {codes === null ? null : <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </AccountSection>
  );
}
