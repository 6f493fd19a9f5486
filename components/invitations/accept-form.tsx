"use client";

import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import { acceptInvitation, signInAs } from "./queries";

interface AcceptFormProps {
  token: string;
  name: string;
  email: string;
}

export function AcceptForm({ token, name, email }: AcceptFormProps) {
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async (values: FormData) => {
      const password = String(values.get("password") ?? "");
      const joinedAs = await acceptInvitation({ token, name: String(values.get("name") ?? ""), password });
      return signInAs(joinedAs, password);
    },
    // A whole new page: nothing of whoever was here before stays in memory
    onSuccess: (isSignedIn) => window.location.assign(isSignedIn ? "/" : "/sign-in"),
  });
  const errorOf = (field: string, label: string) => {
    const message = error instanceof ProblemError ? error.fieldErrors.find((each) => each.field === field)?.message : undefined;
    return message === undefined ? undefined : `${label} ${message}.`;
  };
  const isOfOneField = error instanceof ProblemError && error.fieldErrors.length > 0;
  return (
    // With a method and without an action a page whose script failed would put the password into the address; not so.
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        mutate(new FormData(event.currentTarget));
      }}
      className="flex flex-col gap-4"
    >
      <Field label="E-mail" hint="You sign in with it.">
        <Input type="email" autoComplete="username" readOnly value={email} className="h-9" />
      </Field>
      <Field label="Your name" name="name" error={errorOf("name", "The name")} hint="Customers and colleagues see it.">
        <Input autoComplete="name" defaultValue={name} maxLength={100} className="h-9" />
      </Field>
      <Field label="Password" name="password" error={errorOf("password", "The password")} hint="At least 10 characters.">
        <Input type="password" autoComplete="new-password" autoFocus maxLength={128} className="h-9" />
      </Field>
      <p role="alert" className="text-negative-ink empty:hidden">
        {error === null || isOfOneField ? null : sentenceOf(error)}
      </p>
      <Button type="submit" variant="primary" size="lg" isBusy={isPending || isSuccess}>
        Join
      </Button>
    </form>
  );
}
