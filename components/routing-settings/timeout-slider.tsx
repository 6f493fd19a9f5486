"use client";

import { Slider } from "@/components/ui/slider";
import { spokenDuration } from "./duration";
import { lastStop, placeOf, secondsAfterKey, stopAt } from "./timeout-stops";

interface TimeoutSliderProps {
  label: string;
  seconds: number;
  onSecondsChange: (seconds: number) => void;
  disabled?: boolean;
}

export function TimeoutSlider({ label, seconds, onSecondsChange, disabled = false }: TimeoutSliderProps) {
  return (
    <Slider
      label={label}
      place={placeOf(seconds)}
      last={lastStop}
      onPlaceChange={(place) => onSecondsChange(stopAt(place))}
      valueText={spokenDuration(seconds)}
      onKey={(key, hasShift) => {
        const next = secondsAfterKey(key, hasShift, seconds);
        if (next === null) return false;
        if (next !== seconds) onSecondsChange(next);
        return true;
      }}
      disabled={disabled}
    />
  );
}

const labelledStops = [
  [5, "5 s"],
  [30, "30 s"],
  [60, "1 min"],
  [300, "5 min"],
  [900, "15 min"],
  [3600, "60 min"],
] as const;

/** What the places of the sliders below it mean. */
export function TimeoutScale() {
  return (
    <div aria-hidden className="relative mx-2 h-4 text-xs text-ink-faint">
      {labelledStops.map(([seconds, label]) => (
        <span key={seconds} className="absolute -translate-x-1/2 whitespace-nowrap" style={{ left: `${(placeOf(seconds) / lastStop) * 100}%` }}>
          {label}
        </span>
      ))}
    </div>
  );
}
