/**
 * A PostgreSQL array of values that need no quotes in it: ids, codes, numbers, instants. pg quotes and escapes each
 * value of an array, which for a thousand decisions costs more than deciding them.
 */
export function arrayText(values: readonly (string | number | boolean | Date | null)[]): string {
  return `{${values.map(toText).join(",")}}`;
}

function toText(value: string | number | boolean | Date | null): string {
  if (value === null) return "NULL";
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Separates texts in one parameter; JSON never holds it unescaped. */
export const separator = "\u001e";
