"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from "@/components/ui/popover";
import { defaultChoice, type ChannelChoice } from "./draft";
import { DurationField } from "./duration-field";
import { TimeoutScale, TimeoutSlider } from "./timeout-slider";
import { WhenAbsentSelect } from "./when-absent-select";

/** One choice for every channel; like any change it counts only once saved. */
export function SetAll({ channelCount, onSet }: { channelCount: number; onSet: (choice: ChannelChoice) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger render={<Button size="sm" />}>Set all channels to…</PopoverTrigger>
      <PopoverContent align="end" className="w-88">
        <PopoverTitle className="font-medium">Set all {channelCount} channels to</PopoverTitle>
        <SetAllForm
          onSet={(choice) => {
            onSet(choice);
            setIsOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function SetAllForm({ onSet }: { onSet: (choice: ChannelChoice) => void }) {
  const [choice, setChoice] = useState(defaultChoice);
  const [typo, setTypo] = useState<string | null>(null);
  const setSeconds = (timeoutSeconds: number) => {
    setTypo(null);
    setChoice({ ...choice, timeoutSeconds });
  };
  return (
    <form
      className="mt-2 flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (typo === null) onSet(choice);
      }}
    >
      <div className="px-2">
        <TimeoutScale />
        <TimeoutSlider label="All channels: how long to wait" seconds={choice.timeoutSeconds} onSecondsChange={setSeconds} />
      </div>
      <DurationField
        label="All channels: how long to wait, exactly"
        seconds={choice.timeoutSeconds}
        onSecondsChange={setSeconds}
        typo={typo}
        onTypoChange={setTypo}
      />
      <WhenAbsentSelect
        label="All channels: when unavailable or offline"
        value={choice.whenAgentAbsent}
        onValueChange={(whenAgentAbsent) => setChoice({ ...choice, whenAgentAbsent })}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" disabled={typo !== null}>
          Set all
        </Button>
      </div>
    </form>
  );
}
