"use client";

import { ChevronRight, UserRoundCheck } from "lucide-react";
import { useId } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { Collapsible, CollapsiblePanel, CollapsibleTrigger } from "@/components/ui/collapsible";
import { Switch } from "@/components/ui/switch";
import type { ChannelSettings } from "@/lib/contracts/routing-settings";
import { ChannelRow, rowColumns } from "./channel-row";
import { choiceOf } from "./draft";
import { SetAll } from "./set-all";
import { TimeoutScale } from "./timeout-slider";
import type { SettingsEdit } from "./use-edit";

interface DedicatedAgentSectionProps {
  channels: readonly ChannelSettings[];
  edit: SettingsEdit;
  isReadOnly: boolean;
}

export function DedicatedAgentSection({ channels, edit, isReadOnly }: DedicatedAgentSectionProps) {
  const id = useId();
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
        <div className="flex items-start gap-3 border-t border-line px-4 py-3">
          <Switch
            id={`${id}-switch`}
            checked={isOn}
            onCheckedChange={edit.setEnabled}
            disabled={isReadOnly}
            aria-describedby={`${id}-what`}
            className="mt-px"
          />
          <div className="max-w-2xl">
            <label htmlFor={`${id}-switch`} className="font-medium">
              Dedicated Agent
            </label>
            <p id={`${id}-what`} className="text-pretty text-ink-muted">
              A customer’s conversations go to the agent linked to them; while that agent is full they wait as long as their channel allows, then anyone may take them.
            </p>
          </div>
        </div>
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
      </CollapsiblePanel>
    </Collapsible>
  );
}
