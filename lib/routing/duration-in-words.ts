const units = [
  { name: "d", seconds: 86_400 },
  { name: "h", seconds: 3_600 },
  { name: "min", seconds: 60 },
  { name: "s", seconds: 1 },
] as const;

/**
 * A duration as people say it, in its two largest units: "3 min 12 s", "5 s", "1 h", "2 d 4 h". Rounded to whole
 * seconds; below one it is "0 s" for nothing at all, else "less than 1 s".
 *
 * @param ms milliseconds; a negative duration counts as none
 */
export function durationInWords(ms: number): string {
  if (ms > 0 && ms < 1000) return "less than 1 s";
  let left = Math.max(0, Math.round(ms / 1000));
  const words: string[] = [];
  for (const { name, seconds } of units) {
    const amount = Math.floor(left / seconds);
    left -= amount * seconds;
    if (amount > 0) words.push(`${amount} ${name}`);
    // The second largest unit or nothing: "1 h 5 s" would claim an exactness that "1 h 3 min" does not.
    if (words.length === 2 || (words.length === 1 && amount === 0)) break;
  }
  return words.length === 0 ? "0 s" : words.join(" ");
}
