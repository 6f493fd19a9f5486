"use client";

import { ChevronRight, UserRoundCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Collapsible, CollapsiblePanel, CollapsibleTrigger } from "@/components/ui/collapsible";
import type { ChannelSettings } from "@/lib/contracts/routing-settings";
import { ChannelRow, rowColumns } from "./channel-row";
import { choiceOf } from "./draft";
import { SetAll } from "./set-all";
import { SettingSwitch } from "./setting-switch";
import { TimeoutScale } from "./timeout-slider";
import type { SettingsEdit } from "./use-edit";

interface DedicatedAgentSectionProps {
  channels: readonly ChannelSettings[];
  edit: SettingsEdit;
  isReadOnly: boolean;
}

export function DedicatedAgentSection({ channels, edit, isReadOnly }: DedicatedAgentSectionProps) {
  const isOn = edit.draft.dedicatedAgentEnabled;
  return (
    <Collapsible defaultOpen className="rounded-xl border border-line bg-surface">
      <h2>
        <CollapsibleTrigger className="group flex min-h-12 w-full items-center gap-2.5 rounded-xl px-4 text-left hover:bg-hover data-panel-open:rounded-b-none">
          <UserRoundCheck aria-hidden className="size-4 text-ink-muted" />
          <span className="text-base font-semibold">Dedicated Agent</span>
          <Badge tone={isOn ? "accent" : "neutral"}>{isOn ? "On" : "Off"}</Badge>
          <ChevronRight aria-hidden className="ml-auto size-4 text-ink-faint transition-transform group-data-panel-open:rotate-90" />
        </CollapsibleTrigger>
      </h2>
      <CollapsiblePanel>
        <SettingSwitch
          label="Dedicated Agent"
          what="A customer’s conversations go to the agent linked to them; while that agent is full they wait as long as their channel allows, then anyone may take them."
          isOn={isOn}
          onChange={edit.setEnabled}
          isReadOnly={isReadOnly}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 pt-3 pb-2">
          <div className="mr-auto">
            <h3 className="font-medium">Channel timeouts</h3>
            <p className="text-ink-muted">How long a conversation waits for a dedicated agent who is full.</p>
          </div>
          {isReadOnly ? null : <SetAll channelCount={channels.length} onSet={(choice) => edit.setChoices(() => choice)} />}
        </div>
        <div aria-hidden className={cn("hidden px-4 pb-1 text-xs text-ink-faint lg:grid", rowColumns)}>
          <span>Channel</span>
          <TimeoutScale />
          <span>Exactly</span>
          <span>When unavailable or offline</span>
        </div>
        <ul>
          {channels.map((channel) => (
            <ChannelRow
              key={channel.id}
              channel={channel}
              choice={choiceOf(edit.draft, channel)}
              onChoiceChange={(choice) => edit.setChoice(channel.id, choice)}
              typo={edit.typos.get(channel.id) ?? null}
              onTypoChange={(typed) => edit.setTypo(channel.id, typed)}
              isReadOnly={isReadOnly}
            />
          ))}
        </ul>
        {channels.length === 0 ? (
          <p className="border-t border-line px-4 py-6 text-ink-muted">No channel is switched on. Switch one on to say how long its conversations wait.</p>
        ) : null}
        <SettingSwitch
          label="Transfers to a queue ask the dedicated agent"
          what="A conversation that somebody transfers to a queue is tried with its dedicated agent there too; else that transfer skips them."
          isOn={edit.draft.general.transferChecksDedicated}
          onChange={(transferChecksDedicated) => edit.setGeneral({ transferChecksDedicated })}
          isReadOnly={isReadOnly}
        />
      </CollapsiblePanel>
    </Collapsible>
  );
}
