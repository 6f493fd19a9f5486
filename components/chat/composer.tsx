"use client";

import type { FormEvent, KeyboardEvent } from "react";
import { SendHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import { useDraft } from "@/lib/client/draft";

interface ComposerProps {
  readonly slug: string;
  readonly isDone: boolean;
  readonly onSend: (text: string) => void;
}

/** Enter sends, Shift-Enter begins a line; on a touch screen's keyboard Enter begins a line and the button sends. */
export function Composer({ slug, isDone, onSend }: ComposerProps) {
  const [text, setText] = useDraft(`chat:${slug}`);
  const send = () => {
    if (text.trim() === "") return;
    onSend(text.trim());
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const isBreak = event.shiftKey || event.nativeEvent.isComposing || isTouch();
    if (event.key !== "Enter" || isBreak) return;
    event.preventDefault();
    send();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={onSubmit} className="flex items-end gap-2 border-t border-line p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:px-4">
      <Textarea
        aria-label="Message"
        placeholder={isDone ? "Write again to reopen…" : "Write a message…"}
        rows={1}
        maxLength={10_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="max-h-40 min-h-10 flex-1 py-2 text-base"
      />
      <Button type="submit" variant="primary" className="size-10 px-0" disabled={text.trim() === ""} aria-label="Send">
        <SendHorizontal aria-hidden />
      </Button>
    </form>
  );
}

function isTouch(): boolean {
  return window.matchMedia("(pointer: coarse)").matches;
}
