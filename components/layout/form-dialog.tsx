"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { ProblemError, sentenceOf } from "@/lib/client/problem-error";

/** What is wrong with a field of this name, as a sentence that begins with `label`. */
export type ErrorOf = (field: string, label: string) => string | undefined;

interface FormProps {
  saveLabel: string;
  /** More than fits a screen: it scrolls, and its buttons stay in sight. */
  isLong?: boolean;
  /** Rejects with a ProblemError when the server refuses. */
  onSave: (values: FormData) => Promise<void>;
  /** The fields. */
  children: (errorOf: ErrorOf) => ReactNode;
}

interface FormDialogProps extends FormProps {
  title: ReactNode;
  description?: ReactNode;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Some fields to be saved together. What the server refuses stands beside its field, which gets the focus. */
export function FormDialog({ title, description, isOpen, onOpenChange, ...form }: FormDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description} {...(form.isLong === true && { className: "sm:max-h-[80dvh] sm:max-w-xl" })}>
        <Form {...form} />
      </DialogContent>
    </Dialog>
  );
}

function Form({ saveLabel, isLong = false, onSave, children }: FormProps) {
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
  const errorOf: ErrorOf = (field, label) => {
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
        mutate(new FormData(event.currentTarget));
      }}
    >
      <DialogBody className="flex flex-col gap-3">
        {children(errorOf)}
        <p role="alert" className="text-negative-ink empty:hidden">
          {error === null || isOfOneField ? null : sentenceOf(error)}
        </p>
      </DialogBody>
      <div className={cn(isLong && "sticky bottom-0 border-t border-line bg-raised pt-3")}>
        <DialogFooter>
          <DialogClose render={<Button variant="ghost">Cancel</Button>} />
          <Button type="submit" variant="primary" isBusy={isPending}>
            {saveLabel}
          </Button>
        </DialogFooter>
      </div>
    </form>
  );
}

/** The API says what a field must be, "must not be empty", or a whole sentence. */
function asSentence(label: string, message: string): string {
  return /^\p{Ll}/u.test(message) ? `${label} ${message}.` : message;
}

/** Trimmed; null: nothing was typed. */
export function textOf(values: FormData, name: string): string | null {
  const value = values.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
