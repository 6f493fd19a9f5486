import type { NameRef } from "../contracts/common";

/** What a relation must be read with to be shown by name. */
export const nameSelect = { id: true, name: true } as const;

export function toNameRef({ id, name }: NameRef): NameRef {
  return { id, name };
}
