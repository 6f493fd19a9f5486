"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { requestPasswordReset } from "./queries";
import { Refusal } from "./refusal";

/** Asks for a link by e-mail. What it says does not tell whether the e-mail is known. */
export function ForgotForm() {
  const { mutate, data, error, isPending } = useMutation({ mutationFn: requestPasswordReset });
  if (data) {
    return (
      <p role="status" className="text-pretty text-ink">
        {data.sentence} It can be used once, for 1 hour. Nothing there? Look among the spam, or ask an administrator of your organization.
      </p>
    );
  }
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutate(String(new FormData(event.currentTarget).get("email") ?? "").trim());
      }}
      className="flex flex-col gap-4"
    >
      <Field label="E-mail" name="email">
        <Input type="email" autoComplete="username" autoFocus required inputMode="email" autoCapitalize="none" spellCheck={false} className="h-9" />
      </Field>
      <Refusal sentence={error === null ? null : sentenceFor(error)} />
      <Button type="submit" variant="primary" size="lg" isBusy={isPending}>
        Send a link
      </Button>
    </form>
  );
}

function sentenceFor(error: Error): string {
  return error instanceof ProblemError && error.code === "validation_failed" ? "Enter the e-mail you sign in with." : sentenceOf(error);
}
