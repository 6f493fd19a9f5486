"use client";

import type { FormEvent, KeyboardEvent, RefObject } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Textarea } from "@/components/ui/textarea";

const maxLength = 10_000;
/** From here on it says how much room is left. */
const nearlyFull = 9_500;

interface ComposerProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSend: () => void;
  readonly customerName: string;
  readonly textareaRef: RefObject<HTMLTextAreaElement | null>;
}

export function Composer({ text, onChange, onSend, customerName, textareaRef }: ComposerProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form onSubmit={onSubmit} className="shrink-0 border-t border-line p-3">
      <Textarea
        ref={textareaRef}
        aria-label={`Reply to ${customerName}`}
        placeholder={`Reply to ${customerName}…`}
        rows={2}
        maxLength={maxLength}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-[30dvh] text-base"
      />
      {/* At the left: what was just routed here is told at the lower right, and must not cover it. */}
      <div className="mt-2 flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={text.trim() === ""}>
          Send
        </Button>
        <p className="flex items-center gap-1 text-xs text-ink-faint max-md:hidden">
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> sends
        </p>
        {text.length >= nearlyFull && (
          <p role="status" className="text-xs text-ink-muted tabular-nums">
            {maxLength - text.length} characters left
          </p>
        )}
      </div>
    </form>
  );
}
