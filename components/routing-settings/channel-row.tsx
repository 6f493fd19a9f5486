"use client";

import { RotateCcw } from "lucide-react";
import { ChannelIcon } from "@/components/layout/channel-icon";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import type { ChannelSettings } from "@/lib/contracts/routing-settings";
import { WhenAbsentSelect } from "./when-absent-select";
import { defaultChoice, isDefault, type ChannelChoice } from "./draft";
import { DurationField } from "./duration-field";
import { TimeoutSlider } from "./timeout-slider";

/** Shared by the rows and their headings. */
export const rowColumns = "lg:grid-cols-[11rem_minmax(12rem,1fr)_7.5rem_14rem] lg:gap-x-6";

interface ChannelRowProps {
  channel: ChannelSettings;
  choice: ChannelChoice;
  onChoiceChange: (choice: ChannelChoice) => void;
  typo: string | null;
  onTypoChange: (typed: string | null) => void;
  isReadOnly: boolean;
}

export function ChannelRow({ channel, choice, onChoiceChange, typo, onTypoChange, isReadOnly }: ChannelRowProps) {
  const differs = !isDefault(choice);
  const setSeconds = (timeoutSeconds: number) => onChoiceChange({ ...choice, timeoutSeconds });
  return (
    <li
      data-channel={channel.key}
      className={cn("grid grid-cols-[minmax(0,1fr)_7.5rem] items-start gap-x-3 gap-y-1 sm:grid-cols-[11rem_minmax(0,1fr)_7.5rem] border-t border-line px-4 py-3 lg:py-2", rowColumns)}
    >
      <div className="flex h-8 min-w-0 items-center gap-2.5 font-medium">
        <span className="flex text-ink-muted">
          <ChannelIcon channel={{ key: channel.key, name: "" }} />
        </span>
        <span className="truncate">{channel.name}</span>
        {differs ? <DiffersFromDefault /> : null}
        {differs && !isReadOnly ? (
          <Tooltip content="Reset to default">
            <Button
              variant="ghost"
              size="icon-sm"
              className="ml-auto"
              aria-label={`Reset ${channel.name} to default`}
              onClick={() => onChoiceChange(defaultChoice)}
            >
              <RotateCcw aria-hidden />
            </Button>
          </Tooltip>
        ) : null}
      </div>
      <div className="order-1 col-span-2 sm:order-none sm:col-span-1">
        <TimeoutSlider label={`${channel.name}: how long to wait`} seconds={choice.timeoutSeconds} onSecondsChange={setSeconds} disabled={isReadOnly} />
      </div>
      <DurationField
        label={`${channel.name}: how long to wait, exactly`}
        seconds={choice.timeoutSeconds}
        onSecondsChange={setSeconds}
        typo={typo}
        onTypoChange={onTypoChange}
        // To the left under the name where the field ends the row, to the right under the choice where it doesn't.
        errorClassName="-ml-40 w-70 lg:ml-0 lg:w-92"
        disabled={isReadOnly}
      />
      <div className="order-2 col-span-2 sm:order-none sm:col-start-2 lg:col-span-1 lg:col-start-auto">
        <WhenAbsentSelect
          label={`${channel.name}: when unavailable or offline`}
          value={choice.whenAgentAbsent}
          onValueChange={(whenAgentAbsent) => onChoiceChange({ ...choice, whenAgentAbsent })}
          disabled={isReadOnly}
        />
      </div>
    </li>
  );
}

function DiffersFromDefault() {
  return (
    <Tooltip content="Differs from the default: 5 min, route normally at once">
      <span role="img" aria-label="Differs from the default" className="flex size-4 shrink-0 items-center justify-center">
        <span className="size-1.5 rounded-full bg-accent" />
      </span>
    </Tooltip>
  );
}
