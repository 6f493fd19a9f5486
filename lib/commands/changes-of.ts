import type { AuditChange } from "../contracts/audit-log";

type Value = string | number | boolean | null | undefined | readonly string[];

/** What differs between two states of the same thing, field by field as people call it, for the audit log. */
export function changesOf(before: Readonly<Record<string, Value>>, after: Readonly<Record<string, Value>>): AuditChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const [from, to] = [inWords(before[field]), inWords(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

function inWords(value: Value): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "object" ? value.join(", ") || null : String(value);
}
