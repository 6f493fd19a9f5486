"use client";

import type { ReactNode } from "react";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
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

export function CustomerFormDialog({ customer, onSave, ...dialog }: CustomerFormDialogProps) {
  return (
    <FormDialog
      {...dialog}
      onSave={(values) => onSave({ name: textOf(values, "name") ?? "", email: textOf(values, "email"), externalId: textOf(values, "externalId") })}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input defaultValue={customer?.name ?? ""} autoComplete="off" maxLength={200} />
          </Field>
          <Field label="E-mail" name="email" error={errorOf("email", "The e-mail")} hint="Finds the customer again when they write in.">
            <Input type="email" defaultValue={customer?.email ?? ""} autoComplete="off" />
          </Field>
          <Field label="External id" name="externalId" error={errorOf("externalId", "The external id")} hint="Their id in your own system, if they have one there.">
            <Input defaultValue={customer?.externalId ?? ""} autoComplete="off" maxLength={200} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
