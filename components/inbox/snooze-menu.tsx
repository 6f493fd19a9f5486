"use client";

import { AlarmClock, CalendarClock } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import { momentText } from "@/components/ui/time-text";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { localInputValue, snoozeChoices } from "./snooze-choices";
import { useDeed } from "./use-deed";

const longestMs = 90 * 24 * 60 * 60_000;

/** Snoozed it weighs nothing; it comes back at the time chosen. */
export function SnoozeMenu({ conversation }: { conversation: ConversationDetail }) {
  const { mutate } = useDeed();
  const [now, setNow] = useState(() => new Date());
  const [isPicking, setIsPicking] = useState(false);
  const snooze = (until: Date) => mutate({ conversation, deed: { kind: "snooze", until: until.toISOString() } });
  return (
    <>
      <Menu onOpenChange={(isOpen) => isOpen && setNow(new Date())}>
        <MenuTrigger render={<Button />}>
          <AlarmClock aria-hidden /> Snooze
        </MenuTrigger>
        <MenuContent align="end" className="min-w-60">
          {snoozeChoices(now).map(({ label, until }) => (
            <MenuItem key={label} onClick={() => snooze(until)}>
              {label}
              <span className="ml-auto pl-6 text-ink-faint tabular-nums">{momentText(until.getTime(), now.getTime())}</span>
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem onClick={() => setIsPicking(true)}>
            <CalendarClock aria-hidden className="size-4 text-ink-faint" /> Pick a date and time…
          </MenuItem>
        </MenuContent>
      </Menu>
      <Dialog open={isPicking} onOpenChange={setIsPicking}>
        <DialogContent title="Snooze until" description="It comes back then, or as soon as the customer writes." className="max-w-sm">
          <PickMoment
            onPick={(until) => {
              setIsPicking(false);
              snooze(until);
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

function PickMoment({ onPick }: { onPick: (until: Date) => void }) {
  const [opened] = useState(() => new Date());
  const [value, setValue] = useState(() => localInputValue(new Date(opened.getTime() + 60 * 60_000)));
  const [mistake, setMistake] = useState<string | undefined>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = new Date(value);
    const aheadMs = until.getTime() - Date.now();
    if (Number.isNaN(aheadMs)) return setMistake("Choose a date and a time.");
    if (aheadMs <= 0) return setMistake("That is past. Choose a time to come.");
    if (aheadMs > longestMs) return setMistake("That is more than 90 days away. Choose one sooner.");
    onPick(until);
  };
  return (
    <form noValidate onSubmit={submit}>
      <DialogBody>
        <Field label="Date and time" error={mistake}>
          <Input
            type="datetime-local"
            value={value}
            min={localInputValue(opened)}
            max={localInputValue(new Date(opened.getTime() + longestMs))}
            onValueChange={setValue}
          />
        </Field>
      </DialogBody>
      <DialogFooter>
        <Button type="submit" variant="primary">
          Snooze
        </Button>
      </DialogFooter>
    </form>
  );
}
