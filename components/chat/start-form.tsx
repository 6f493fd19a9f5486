"use client";

import { useState, type FormEvent } from "react";
import type { z } from "zod";
import { v7 as uuid } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useDraft } from "@/lib/client/draft";
import { startChatBody } from "@/lib/contracts/chat";
import { useStartChat } from "./queries";

const fields = ["name", "email", "text"] as const;
type FieldName = (typeof fields)[number];
type Mistakes = Partial<Record<FieldName, string>>;

const wanted = {
  name: "Please tell us your name.",
  email: "Please give an e-mail address, like ann@example.com.",
  text: "Please write what we can help with.",
} as const satisfies Record<FieldName, string>;

/** The first message: who writes and what about. */
export function StartForm({ slug, organizationName }: { slug: string; organizationName: string }) {
  const [name, setName] = useDraft(`chat:${slug}:name`);
  const [email, setEmail] = useDraft(`chat:${slug}:email`);
  const [text, setText] = useDraft(`chat:${slug}:text`);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  // One id for this form's message: a second press, or a retry after a lost answer, is the same conversation.
  const [clientMessageId] = useState(() => uuid());
  const start = useStartChat(slug);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const parsed = startChatBody.safeParse({ name, email: email.trim(), text, clientMessageId });
    if (parsed.success) {
      setMistakes({});
      start.mutate({ ...parsed.data, clientMessageId }, { onSuccess: () => setText("") });
      return;
    }
    const found = mistakesOf(parsed.error);
    setMistakes(found);
    const first = fields.find((field) => found[field] !== undefined);
    const control = first && event.currentTarget.elements.namedItem(first);
    if (control instanceof HTMLElement) control.focus();
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-1 flex-col gap-4 overflow-y-auto p-5 sm:p-8">
      <div className="flex flex-col gap-1 pb-2">
        <h1 className="text-xl font-semibold">How can we help?</h1>
        <p className="text-base text-ink-muted">Write to {organizationName} and somebody will answer you right here.</p>
      </div>
      <Field name="name" label="Your name" error={mistakes.name}>
        <Input className="h-10" autoComplete="name" maxLength={200} required value={name} onValueChange={setName} />
      </Field>
      <Field name="email" label="E-mail" error={mistakes.email}>
        <Input className="h-10" type="email" autoComplete="email" maxLength={254} required value={email} onValueChange={setEmail} />
      </Field>
      <Field name="text" label="Message" error={mistakes.text}>
        <Input
          render={<textarea rows={5} />}
          className="field-sizing-content h-auto max-h-80 min-h-28 resize-none py-2"
          maxLength={10_000}
          required
          value={text}
          onValueChange={setText}
        />
      </Field>
      {start.error && (
        <p role="alert" className="rounded-md bg-negative-soft px-3 py-2 text-sm text-negative-ink">
          {start.error.message} What you wrote is still here.
        </p>
      )}
      <Button type="submit" variant="primary" className="h-10 w-full text-base" isBusy={start.isPending}>
        Start the conversation
      </Button>
    </form>
  );
}

function mistakesOf(error: z.ZodError): Mistakes {
  const mistakes: Mistakes = {};
  for (const issue of error.issues) {
    const field = fields.find((name) => name === issue.path[0]);
    if (field) mistakes[field] ??= issue.code === "too_small" || field === "email" ? wanted[field] : `This ${issue.message}.`;
  }
  return mistakes;
}
