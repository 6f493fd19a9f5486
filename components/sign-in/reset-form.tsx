"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { maxPasswordLength, minPasswordLength } from "@/lib/contracts/account";
import { DoorLink } from "./door-link";
import { resetPassword } from "./queries";
import { Refusal } from "./refusal";

/** Another password, by a link that opens this once. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const passwordRef = useRef<HTMLInputElement>(null);
  const { mutate, isSuccess, error, isPending } = useMutation({
    mutationFn: (newPassword: string) => resetPassword(token, newPassword),
    onError: () => passwordRef.current?.focus(),
  });
  if (isSuccess) {
    return (
      <p role="status" className="text-pretty text-ink">
        Your password is changed, and you are signed out everywhere. <DoorLink href="/sign-in">Sign in with the new one</DoorLink>
      </p>
    );
  }
  const isOfPassword = error instanceof ProblemError && error.code === "validation_failed";
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutate(String(new FormData(event.currentTarget).get("newPassword") ?? ""));
      }}
      className="flex flex-col gap-4"
    >
      {/* For password managers, which keep the new password under it. */}
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <Field
        label="New password"
        name="newPassword"
        hint={`At least ${minPasswordLength} characters. A few words are better than a riddle.`}
        error={isOfPassword ? `The new password must have ${minPasswordLength} to ${maxPasswordLength} characters.` : undefined}
      >
        <Input ref={passwordRef} type="password" autoComplete="new-password" autoFocus required className="h-9" />
      </Field>
      <Refusal sentence={error === null || isOfPassword ? null : sentenceOf(error)} />
      <Button type="submit" variant="primary" size="lg" isBusy={isPending}>
        Change password
      </Button>
    </form>
  );
}
