"use client";

import { useRef, useState, type SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { sendCode } from "./queries";
import { Refusal } from "./refusal";

/** What follows the password where a second factor is on. */
export function CodeForm({ next, onStartOver }: { next: string; onStartOver: () => void }) {
  const [isRecovery, setIsRecovery] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const codeRef = useRef<HTMLInputElement>(null);

  async function submit(event: SyntheticEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "").trim();
    setIsBusy(true);
    const result = await sendCode(code, isRecovery);
    if (result.kind === "signed_in") {
      window.location.assign(next);
      return;
    }
    setIsBusy(false);
    setRefusal(result.kind === "refused" ? result.sentence : "Sign in again, with your password first.");
    codeRef.current?.select();
  }

  return (
    <form method="post" noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
      <Field label={isRecovery ? "Recovery code" : "Code from your authenticator app"} name="code">
        <Input
          key={isRecovery ? "recovery" : "app"}
          ref={codeRef}
          autoFocus
          autoComplete={isRecovery ? "off" : "one-time-code"}
          inputMode={isRecovery ? "text" : "numeric"}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={20}
          className="h-9 font-mono"
        />
      </Field>
      <Refusal sentence={refusal} />
      <Button type="submit" variant="primary" size="lg" isBusy={isBusy}>
        Sign in
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          variant="ghost"
          onClick={() => {
            setRefusal(null);
            setIsRecovery(!isRecovery);
          }}
        >
          {isRecovery ? "Use the app’s code" : "Use a recovery code"}
        </Button>
        <Button variant="ghost" onClick={onStartOver}>
          Start over
        </Button>
      </div>
    </form>
  );
}
