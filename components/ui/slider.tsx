"use client";

import { Slider as BaseSlider } from "@base-ui/react/slider";
import type { KeyboardEvent } from "react";
import { cn } from "./class-names";

interface SliderProps {
  label: string;
  /** A whole number from 0 to `last`: a place, not the value it stands for. */
  place: number;
  last: number;
  onPlaceChange: (place: number) => void;
  /** The value in words: "5 minutes". */
  valueText: string;
  /** Answers the keys itself: true when it has taken the key. */
  onKey: (key: string, hasShift: boolean) => boolean;
  disabled?: boolean;
  className?: string;
}

/** A slider over a list of stops. */
export function Slider({ label, place, last, onPlaceChange, valueText, onKey, disabled = false, className }: SliderProps) {
  function takeKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.altKey || event.ctrlKey || event.metaKey || !onKey(event.key, event.shiftKey)) return;
    event.preventDefault();
    if ("preventBaseUIHandler" in event && typeof event.preventBaseUIHandler === "function") event.preventBaseUIHandler();
  }
  return (
    <BaseSlider.Root
      value={place}
      min={0}
      max={last}
      step={1}
      disabled={disabled}
      onValueChange={(next) => onPlaceChange(next)}
      className={cn("w-full", className)}
    >
      <BaseSlider.Control className="flex h-8 touch-none items-center px-2 select-none data-disabled:opacity-60 pointer-coarse:h-11">
        <BaseSlider.Track className="relative h-1 w-full rounded-full bg-line-strong">
          <BaseSlider.Indicator className="rounded-full bg-accent" />
          <BaseSlider.Thumb
            aria-label={label}
            getAriaValueText={() => valueText}
            onKeyDown={takeKey}
            className={cn(
              "size-4 rounded-full border-2 border-accent bg-raised shadow-sm transition-[box-shadow] pointer-coarse:size-6",
              "hover:shadow-[0_0_0_5px_var(--accent-soft)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent",
              "data-disabled:border-control data-disabled:hover:shadow-none data-dragging:shadow-[0_0_0_7px_var(--accent-soft)]",
            )}
          />
        </BaseSlider.Track>
      </BaseSlider.Control>
    </BaseSlider.Root>
  );
}
