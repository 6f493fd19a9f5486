import { z } from "zod";
import { badField } from "../contracts/app-error";

const position = z.tuple([z.string(), z.uuid()]);

/** Where a page ended: the value it is sorted by and the id that settles ties. Opaque to callers. */
export interface Position {
  readonly value: string;
  readonly id: string;
}

export function encodeCursor({ value, id }: Position): string {
  return Buffer.from(JSON.stringify([value, id])).toString("base64url");
}

/** @throws AppError `validation_failed` for what is not one of ours. */
export function decodeCursor(cursor: string): Position {
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, "base64url").toString("utf8")));
  if (!parsed.success) throw badField("cursor", "must be the nextCursor of an earlier page");
  const [value, id] = parsed.data;
  return { value, id };
}

/** As decodeCursor, for lists that are sorted by an instant. */
export function decodeInstantCursor(cursor: string): { readonly at: Date; readonly id: string } {
  const { value, id } = decodeCursor(cursor);
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) throw badField("cursor", "must be the nextCursor of an earlier page");
  return { at, id };
}

/** Cuts a list that was read with one row more than its limit. */
export function cutPage<Row>(rows: readonly Row[], limit: number, positionOf: (row: Row) => Position): { readonly rows: readonly Row[]; readonly nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last)) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
