"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { channelTimeoutLimits, durationHint, formatDuration, parseDuration, type DurationLimits } from "./duration";

interface DurationFieldProps {
  label: string;
  seconds: number;
  onSecondsChange: (seconds: number) => void;
  /** What is typed and not understood, or null once it is. */
  typo: string | null;
  onTypoChange: (typed: string | null) => void;
  limits?: DurationLimits;
  disabled?: boolean;
  errorClassName?: string;
}

/** Takes a duration as people type it; says so only when they have finished typing. */
export function DurationField({ label, seconds, onSecondsChange, typo, onTypoChange, limits = channelTimeoutLimits, disabled = false, errorClassName }: DurationFieldProps) {
  const [typing, setTyping] = useState<string | null>(null);

  function type(text: string) {
    setTyping(text);
    const parsed = parseDuration(text, limits);
    if (parsed.kind === "seconds") onSecondsChange(parsed.seconds);
    onTypoChange(parsed.kind === "seconds" ? null : text);
  }

  return (
    <Field
      label={label}
      isLabelHidden
      error={typing === null && typo !== null ? errorFor(typo, limits) : undefined}
      errorClassName={errorClassName}
    >
      <Input
        value={typing ?? typo ?? formatDuration(seconds)}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyping(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter") setTyping(null);
          if (event.key === "Escape" && typo !== null) {
            event.stopPropagation();
            onTypoChange(null);
            setTyping(null);
          }
        }}
        disabled={disabled}
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        className="tabular-nums"
      />
    </Field>
  );
}

function errorFor(typed: string, limits: DurationLimits): string {
  const problem = parseDuration(typed, limits).kind === "out_of_range" ? "Too short or too long." : "Not a duration.";
  return `${problem} ${durationHint(limits)}`;
}
