import type { ChannelSettings, RoutingSettings } from "@/lib/contracts/routing-settings";
import { choiceOf, draftOf, withChoice, type ChannelChoice, type Draft } from "./draft";
import { formatDuration } from "./duration";

/** One value that I, or they, or both changed since we both began from the same version. */
export interface Difference {
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

export const absentLabels = { route: "Route normally at once", wait: "Wait for the channel timeout" } as const;

/** What differs between my draft and what they saved, by what both began from; equal changes are no difference. */
export function differences(base: RoutingSettings, mine: Draft, theirs: RoutingSettings): readonly Difference[] {
  const enabled = difference({
    key: "dedicatedAgentEnabled",
    label: "Dedicated Agent",
    values: [base.dedicatedAgentEnabled, mine.dedicatedAgentEnabled, theirs.dedicatedAgentEnabled],
    say: (isOn) => (isOn ? "On" : "Off"),
    applyMine: (draft) => ({ ...draft, dedicatedAgentEnabled: mine.dedicatedAgentEnabled }),
  });
  return [...enabled, ...theirs.channels.flatMap((channel) => ofChannel(base, mine, channel))];
}

/** Theirs, with my value wherever I keep it: everything I alone changed, and the chosen ones of what both changed. */
export function mergedDraft(theirs: RoutingSettings, found: readonly Difference[], keepsMine: (key: string) => boolean): Draft {
  return found
    .filter(({ key, changedBy }) => changedBy !== "them" && keepsMine(key))
    .reduce((draft, { applyMine }) => applyMine(draft), draftOf(theirs));
}

function ofChannel(base: RoutingSettings, mine: Draft, theirs: ChannelSettings): readonly Difference[] {
  // A channel that was not there when I began is theirs alone.
  const before = base.channels.find(({ id }) => id === theirs.id);
  if (before === undefined) return [];
  const my = choiceOf(mine, before);
  const applying = (change: Partial<ChannelChoice>) => (draft: Draft) =>
    withChoice(draft, theirs.id, { ...choiceOf(draft, theirs), ...change });
  return [
    ...difference({
      key: `${theirs.id}.timeoutSeconds`,
      label: `${theirs.name}: wait`,
      values: [before.timeoutSeconds, my.timeoutSeconds, theirs.timeoutSeconds],
      say: formatDuration,
      applyMine: applying({ timeoutSeconds: my.timeoutSeconds }),
    }),
    ...difference({
      key: `${theirs.id}.whenAgentAbsent`,
      label: `${theirs.name}: when unavailable or offline`,
      values: [before.whenAgentAbsent, my.whenAgentAbsent, theirs.whenAgentAbsent],
      say: (absent) => absentLabels[absent],
      applyMine: applying({ whenAgentAbsent: my.whenAgentAbsent }),
    }),
  ];
}

interface Compared<Value> extends Pick<Difference, "key" | "label" | "applyMine"> {
  /** Before, mine, theirs. */
  readonly values: readonly [Value, Value, Value];
  readonly say: (value: Value) => string;
}

function difference<Value>({ key, label, values, say, applyMine }: Compared<Value>): readonly Difference[] {
  const [before, mine, theirs] = values;
  if (mine === theirs) return [];
  const changedBy = mine === before ? "them" : theirs === before ? "me" : "both";
  return [{ key, label, before: say(before), mine: say(mine), theirs: say(theirs), changedBy, applyMine }];
}
