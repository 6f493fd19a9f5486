/**
 * Sees in a pass's own statements that facts overtook a decision. The pass drops it then, and what it decided for others
 * stands: who lost their turn so may be behind somebody they were before.
 */
export class Overtaking {
  #organizationId: string | null = null;

  /** @param result what the database answered. @returns the organization in which it happened now. */
  see(query: unknown, result: unknown): string | null {
    const { name, values } = partsOf(query);
    if (name.startsWith("lock-for-pass")) this.#organizationId = typeof values[0] === "string" ? values[0] : null;
    const asked = name === "lock-conversations" ? values[1] : name === "take-room" ? values[2] : null;
    if (typeof asked !== "string") return null;
    return rowCountOf(result) < countOf(asked) ? this.#organizationId : null;
  }
}

/** Of an array in PostgreSQL's text form. */
function countOf(array: string): number {
  return array === "{}" ? 0 : array.split(",").length;
}

function rowCountOf(result: unknown): number {
  return typeof result === "object" && result !== null && "rowCount" in result && typeof result.rowCount === "number" ? result.rowCount : 0;
}

function partsOf(query: unknown): { readonly name: string; readonly values: readonly unknown[] } {
  const isNamed = typeof query === "object" && query !== null && "name" in query && "values" in query;
  if (!isNamed || typeof query.name !== "string" || !Array.isArray(query.values)) return { name: "", values: [] };
  return { name: query.name, values: query.values };
}
