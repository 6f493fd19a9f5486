/** One value that I, or they, or both changed since we both began from the same version. */
export interface Difference<Draft> {
  /** Stable within one comparison. */
  readonly key: string;
  readonly label: string;
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
  /** `both`: changed to different values; somebody must choose. */
  readonly changedBy: "me" | "them" | "both";
  /** Puts my value onto a draft. */
  readonly applyMine: (draft: Draft) => Draft;
}

interface Compared<Value, Draft> extends Pick<Difference<Draft>, "key" | "label" | "applyMine"> {
  /** Before, mine, theirs. */
  readonly values: readonly [Value, Value, Value];
  readonly say: (value: Value) => string;
  readonly isSame?: (one: Value, other: Value) => boolean;
}

/** None when mine and theirs are the same: equal changes are no difference. */
export function difference<Value, Draft>({ key, label, values, say, applyMine, isSame = Object.is }: Compared<Value, Draft>): readonly Difference<Draft>[] {
  const [before, mine, theirs] = values;
  if (isSame(mine, theirs)) return [];
  const changedBy = isSame(mine, before) ? "them" : isSame(theirs, before) ? "me" : "both";
  return [{ key, label, before: say(before), mine: say(mine), theirs: say(theirs), changedBy, applyMine }];
}

/** Theirs, with my value wherever I keep it: everything I alone changed, and the chosen ones of what both changed. */
export function mergedDraft<Draft>(theirs: Draft, found: readonly Difference<Draft>[], keepsMine: (key: string) => boolean): Draft {
  return found
    .filter(({ key, changedBy }) => changedBy !== "them" && keepsMine(key))
    .reduce((draft, { applyMine }) => applyMine(draft), theirs);
}
