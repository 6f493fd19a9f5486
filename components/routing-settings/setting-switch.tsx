"use client";

import { useId } from "react";
import { Switch } from "@/components/ui/switch";

interface SettingSwitchProps {
  label: string;
  /** One sentence on what it does. */
  what: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isReadOnly: boolean;
}

export function SettingSwitch({ label, what, isOn, onChange, isReadOnly }: SettingSwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start gap-3 border-t border-line px-4 py-3">
      <Switch id={`${id}-switch`} checked={isOn} onCheckedChange={onChange} disabled={isReadOnly} aria-describedby={`${id}-what`} className="mt-px" />
      <div className="max-w-2xl">
        <label htmlFor={`${id}-switch`} className="font-medium">
          {label}
        </label>
        <p id={`${id}-what`} className="text-pretty text-ink-muted">
          {what}
        </p>
      </div>
    </div>
  );
}
