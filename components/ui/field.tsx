import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cn } from "./class-names";

interface FieldProps {
  label: ReactNode;
  children: ReactNode;
  /** The name of the form's value; ties `errors` of a form to this field. */
  name?: string | undefined;
  hint?: ReactNode;
  /** What is wrong and what would be right; its presence marks the field as invalid. */
  error?: string | undefined;
  isLabelHidden?: boolean | undefined;
  className?: string | undefined;
  /** For an error that needs more room than its control. */
  errorClassName?: string | undefined;
}

/** A labelled control; its hint and error are read with it. */
export function Field({ label, children, name, hint, error, isLabelHidden = false, className, errorClassName }: FieldProps) {
  return (
    <BaseField.Root {...(name === undefined ? {} : { name })} invalid={error !== undefined} className={cn("flex flex-col gap-1", className)}>
      <BaseField.Label className={cn("text-sm font-medium text-ink", isLabelHidden && "sr-only")}>{label}</BaseField.Label>
      {children}
      {hint === undefined ? null : <BaseField.Description className="text-xs text-ink-faint">{hint}</BaseField.Description>}
      <BaseField.Error match={error !== undefined} className={cn("text-xs text-negative-ink", errorClassName)}>
        {error}
      </BaseField.Error>
    </BaseField.Root>
  );
}
