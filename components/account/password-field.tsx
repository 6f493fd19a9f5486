import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** The password of now, to make sure that it is really them. */
export function PasswordField({ label, name, error }: { label: string; name: string; error: string | undefined }) {
  return (
    <Field label={label} name={name} error={error}>
      <Input type="password" autoComplete="current-password" />
    </Field>
  );
}

/** As it was typed, spaces and all. */
export function passwordOf(values: FormData, name: string): string {
  const value = values.get(name);
  return typeof value === "string" ? value : "";
}
