"use client";

import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { ChannelSettings } from "@/lib/contracts/routing-settings";
import { absentLabels } from "./differences";

type WhenAgentAbsent = ChannelSettings["whenAgentAbsent"];

const explanations = {
  route: "Anyone who is free takes it",
  wait: "As if they were full; they may come back",
} as const satisfies Record<WhenAgentAbsent, string>;

interface WhenAbsentSelectProps {
  label: string;
  value: WhenAgentAbsent;
  onValueChange: (value: WhenAgentAbsent) => void;
  disabled?: boolean;
}

export function WhenAbsentSelect({ label, value, onValueChange, disabled = false }: WhenAbsentSelectProps) {
  return (
    <Select value={value} onValueChange={(next) => (next === null ? undefined : onValueChange(next))} disabled={disabled}>
      <SelectTrigger aria-label={label} className="w-full">
        <span className="shrink-0 text-ink-faint lg:hidden">If absent:</span>
        <SelectValue className="truncate">{(shown: WhenAgentAbsent) => absentLabels[shown]}</SelectValue>
      </SelectTrigger>
      <SelectContent>
        {(["route", "wait"] as const).map((choice) => (
          <SelectItem key={choice} value={choice} label={absentLabels[choice]}>
            <span className="flex flex-col py-0.5 pr-2">
              <span className="font-medium">{absentLabels[choice]}</span>
              <span className="text-xs text-ink-faint">{explanations[choice]}</span>
            </span>
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}
