"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";
import type { Customer } from "@/lib/contracts/customers";
import type { CustomerDetails } from "./queries";

interface CustomerFormDialogProps {
  title: string;
  description?: ReactNode;
  saveLabel: string;
  /** What the fields begin with; undefined: empty. */
  customer?: Customer;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Rejects with a ProblemError when the server refuses. */
  onSave: (details: CustomerDetails) => Promise<void>;
}

export function CustomerFormDialog({ title, description, isOpen, onOpenChange, ...form }: CustomerFormDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description}>
        <CustomerForm {...form} />
      </DialogContent>
    </Dialog>
  );
}

function CustomerForm({ customer, saveLabel, onSave }: Pick<CustomerFormDialogProps, "customer" | "saveLabel" | "onSave">) {
  const formRef = useRef<HTMLFormElement>(null);
  const { mutate, error, isPending } = useMutation({
    mutationFn: onSave,
    onError: (problem) => {
      // By name, because the field is not shown as wrong before the next render.
      const field = problem instanceof ProblemError ? problem.fieldErrors[0]?.field : undefined;
      const input = field === undefined ? null : formRef.current?.elements.namedItem(field);
      if (input instanceof HTMLElement) input.focus();
    },
  });
  const errorOf = (field: string, label: string) => {
    const message = error instanceof ProblemError ? error.fieldErrors.find((each) => each.field === field)?.message : undefined;
    return message === undefined ? undefined : asSentence(label, message);
  };
  const isOfOneField = error instanceof ProblemError && error.fieldErrors.length > 0;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const values = new FormData(event.currentTarget);
        mutate({ name: textOf(values, "name") ?? "", email: textOf(values, "email"), externalId: textOf(values, "externalId") });
      }}
    >
      <DialogBody className="flex flex-col gap-3">
        <Field label="Name" name="name" error={errorOf("name", "The name")}>
          <Input defaultValue={customer?.name ?? ""} autoComplete="off" maxLength={200} />
        </Field>
        <Field label="E-mail" name="email" error={errorOf("email", "The e-mail")} hint="Finds the customer again when they write in.">
          <Input type="email" defaultValue={customer?.email ?? ""} autoComplete="off" />
        </Field>
        <Field label="External id" name="externalId" error={errorOf("externalId", "The external id")} hint="Their id in your own system, if they have one there.">
          <Input defaultValue={customer?.externalId ?? ""} autoComplete="off" maxLength={200} />
        </Field>
        <p role="alert" className="text-negative-ink empty:hidden">
          {error === null || isOfOneField ? null : sentenceOf(error)}
        </p>
      </DialogBody>
      <DialogFooter>
        <DialogClose render={<Button variant="ghost">Cancel</Button>} />
        <Button type="submit" variant="primary" isBusy={isPending}>
          {saveLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}

/** The API says what a field must be, "must not be empty", or a whole sentence. */
function asSentence(label: string, message: string): string {
  return /^\p{Ll}/u.test(message) ? `${label} ${message}.` : message;
}

function textOf(values: FormData, name: string): string | null {
  const value = values.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
