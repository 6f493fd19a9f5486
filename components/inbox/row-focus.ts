/**
 * Moves the keyboard's focus to the next (1) or previous (-1) row in sight: from the focused row, else from the one
 * that is open, else to the first. False when there is no row to go to.
 */
export function focusNeighbour(list: HTMLElement | null, step: 1 | -1): boolean {
  const rows = [...(list?.querySelectorAll<HTMLElement>("[data-conversation-row]") ?? [])].filter((row) => row.checkVisibility());
  const focused = rows.findIndex((row) => row === document.activeElement);
  const from = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === "true");
  const target = from < 0 ? rows[0] : rows[Math.min(Math.max(from + step, 0), rows.length - 1)];
  target?.focus();
  return target !== undefined;
}

/** The conversation whose row has the focus. */
export function focusedRowId(): string | null {
  const row = document.activeElement?.closest("[data-conversation-row]");
  return row?.getAttribute("data-conversation-row") ?? null;
}

export function holdsFocus(list: HTMLElement | null): boolean {
  return list?.contains(document.activeElement) ?? false;
}
