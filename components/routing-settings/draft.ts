import { defaultTimeoutSeconds, type ChannelSettings, type GeneralSettings, type PutRoutingSettingsBody, type RoutingSettings } from "@/lib/contracts/routing-settings";

export type ChannelChoice = Pick<ChannelSettings, "timeoutSeconds" | "whenAgentAbsent">;

/** What can be edited of the settings. */
export interface Draft {
  readonly general: GeneralSettings;
  readonly dedicatedAgentEnabled: boolean;
  readonly channels: ReadonlyMap<string, ChannelChoice>;
}

export const defaultChoice: ChannelChoice = { timeoutSeconds: defaultTimeoutSeconds, whenAgentAbsent: "route" };

export function draftOf(settings: RoutingSettings): Draft {
  return {
    general: settings.general,
    dedicatedAgentEnabled: settings.dedicatedAgentEnabled,
    channels: new Map(settings.channels.map(({ id, timeoutSeconds, whenAgentAbsent }) => [id, { timeoutSeconds, whenAgentAbsent }])),
  };
}

/** A channel that came after the draft was begun stands as it was saved. */
export function choiceOf(draft: Draft, channel: ChannelSettings): ChannelChoice {
  return draft.channels.get(channel.id) ?? { timeoutSeconds: channel.timeoutSeconds, whenAgentAbsent: channel.whenAgentAbsent };
}

export function withChoice(draft: Draft, channelId: string, choice: ChannelChoice): Draft {
  return { ...draft, channels: new Map(draft.channels).set(channelId, choice) };
}

export function isDefault(choice: ChannelChoice): boolean {
  return choice.timeoutSeconds === defaultChoice.timeoutSeconds && choice.whenAgentAbsent === defaultChoice.whenAgentAbsent;
}

const generalKeys = ["assigning", "acceptTimeoutSeconds", "automaticUserUnassignment", "requeueWhenOffline", "transferChecksDedicated"] as const satisfies readonly (keyof GeneralSettings)[];

function countGeneral(base: GeneralSettings, general: GeneralSettings): number {
  return generalKeys.filter((key) => base[key] !== general[key]).length;
}

/** How many single values differ from what was saved. */
export function countChanges(base: RoutingSettings, draft: Draft): number {
  const ofChannels = base.channels.map((channel) => {
    const choice = choiceOf(draft, channel);
    return Number(choice.timeoutSeconds !== channel.timeoutSeconds) + Number(choice.whenAgentAbsent !== channel.whenAgentAbsent);
  });
  const others = Number(draft.dedicatedAgentEnabled !== base.dedicatedAgentEnabled) + countGeneral(base.general, draft.general);
  return ofChannels.reduce((sum, count) => sum + count, others);
}

/** A save of the draft onto the settings it was made from; only what changed is named of channels and of what is general. */
export function bodyOf(base: RoutingSettings, draft: Draft): PutRoutingSettingsBody {
  const changed = base.channels.filter((channel) => {
    const choice = choiceOf(draft, channel);
    return choice.timeoutSeconds !== channel.timeoutSeconds || choice.whenAgentAbsent !== channel.whenAgentAbsent;
  });
  return {
    version: base.version,
    dedicatedAgentEnabled: draft.dedicatedAgentEnabled,
    channels: changed.map((channel) => ({ id: channel.id, ...choiceOf(draft, channel) })),
    ...(countGeneral(base.general, draft.general) > 0 && { general: draft.general }),
  };
}
