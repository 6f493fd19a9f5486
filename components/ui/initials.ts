/** Up to two letters that stand for a name: the first of its first and of its last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last].map((word) => (word === undefined ? "" : firstLetter(word))).join("").toUpperCase();
}

/** A hue of 0 to 359 that is always the same for the same text (FNV-1a, so that near texts differ). */
export function hueOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 360;
}

/** By code point: a name may begin outside the basic plane. */
function firstLetter(word: string): string {
  return [...word][0] ?? "";
}
