import { z } from "zod";

/** A UUID; ours are version 7, so they sort by the time they were made. */
export const id = z.uuid().meta({ description: "UUID" });

/** An instant on the wire: ISO 8601 in UTC with milliseconds, by the database's clock. */
export const instant = z.iso.datetime().meta({ description: "ISO 8601, UTC" });

/** Text a person typed: trimmed, not empty, no control characters but line breaks and tabs. */
export function text(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(maxLength)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u, "must not hold control characters");
}

/** BCP 47, no longer than its longest ordinary form (RFC 5646, 4.4.1). */
export const languageTag = z
  .string()
  .trim()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, 'must be a language like "en" or "pt-BR"');

export const maxTags = 50;

/** Each once: of those that are the same, the first stays. */
export const tags = z
  .array(text(50))
  .max(maxTags, `must be ${maxTags} tags at most`)
  .transform((tags) => [...new Set(tags)]);

export const email = z.email().max(254).toLowerCase();

export const nameRef = z.strictObject({ id, name: z.string() }).meta({ id: "NameRef" });
export type NameRef = z.infer<typeof nameRef>;

/** Lists are paged by an opaque cursor; `limit` is 1 to 100, 50 by default. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    /** The server's clock when this was read: countdowns go by it. */
    now: instant,
  });
}
