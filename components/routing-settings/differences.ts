import { difference, type Difference } from "@/components/layout/difference";
import type { ChannelSettings, GeneralSettings, RoutingSettings } from "@/lib/contracts/routing-settings";
import { choiceOf, withChoice, type ChannelChoice, type Draft } from "./draft";
import { formatDuration } from "./duration";

type SettingsDifference = Difference<Draft>;

export const absentLabels = { route: "Route normally at once", wait: "Wait for the channel timeout" } as const;
export const assigningLabels = { automatic: "Routing assigns", agents_accept: "Agents accept" } as const satisfies Record<GeneralSettings["assigning"], string>;

/** What differs between my draft and what they saved, by what both began from; equal changes are no difference. */
export function differences(base: RoutingSettings, mine: Draft, theirs: RoutingSettings): readonly SettingsDifference[] {
  const enabled = difference({
    key: "dedicatedAgentEnabled",
    label: "Dedicated Agent",
    values: [base.dedicatedAgentEnabled, mine.dedicatedAgentEnabled, theirs.dedicatedAgentEnabled],
    say: onOrOff,
    applyMine: (draft: Draft): Draft => ({ ...draft, dedicatedAgentEnabled: mine.dedicatedAgentEnabled }),
  });
  return [...ofGeneral(base.general, mine.general, theirs.general), ...enabled, ...theirs.channels.flatMap((channel) => ofChannel(base, mine, channel))];
}

function ofGeneral(base: GeneralSettings, mine: GeneralSettings, theirs: GeneralSettings): readonly SettingsDifference[] {
  const said = <Key extends keyof GeneralSettings>(key: Key, label: string, say: (value: GeneralSettings[Key]) => string) =>
    difference({
      key: `general.${key}`,
      label,
      values: [base[key], mine[key], theirs[key]],
      say,
      applyMine: (draft: Draft): Draft => ({ ...draft, general: { ...draft.general, [key]: mine[key] } }),
    });
  return [
    ...said("assigning", "Assigning items", (assigning) => assigningLabels[assigning]),
    ...said("acceptTimeoutSeconds", "Accept timeout", formatDuration),
    ...said("automaticUserUnassignment", "Automatic user unassignment", onOrOff),
    ...said("requeueWhenOffline", "Requeue when offline", onOrOff),
    ...said("transferChecksDedicated", "Transfers to a queue ask the dedicated agent", onOrOff),
  ];
}

function onOrOff(isOn: boolean): string {
  return isOn ? "On" : "Off";
}

function ofChannel(base: RoutingSettings, mine: Draft, theirs: ChannelSettings): readonly SettingsDifference[] {
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
