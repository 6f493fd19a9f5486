"use client";

import { useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { CodeForm } from "./code-form";
import { signIn } from "./queries";
import { Refusal } from "./refusal";

export function SignInForm({ next }: { next: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const passwordRef = useRef<HTMLInputElement>(null);

  async function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    // Read from the form and not from state: password managers fill fields without a change event.
    const values = new FormData(event.currentTarget);
    const email = String(values.get("email") ?? "").trim();
    const password = String(values.get("password") ?? "");
    if (email === "" || password === "") {
      setRefusal("Enter your e-mail and your password.");
      return;
    }
    setIsBusy(true);
    const result = await signIn(email, password);
    if (result.kind === "signed_in") {
      // A whole new page: nothing of whoever was here before stays in memory.
      window.location.assign(next);
      return;
    }
    setIsBusy(false);
    if (result.kind === "needs_code") {
      setRefusal(null);
      setNeedsCode(true);
      return;
    }
    setRefusal(result.sentence);
    passwordRef.current?.select();
  }

  if (needsCode) return <CodeForm next={next} onStartOver={() => setNeedsCode(false)} />;
  return (
    // With a method and without an action a page whose script failed would put the password into the address; not so.
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label="E-mail" name="email">
        <Input type="email" autoComplete="username" autoFocus required inputMode="email" autoCapitalize="none" spellCheck={false} className="h-9" />
      </Field>
      <Field label="Password" name="password">
        <Input ref={passwordRef} type="password" autoComplete="current-password" required className="h-9" />
      </Field>
      <Refusal sentence={refusal} />
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
        Sign in
      </Button>
    </form>
  );
}
