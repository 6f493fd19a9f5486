"use client";

import { Fragment, type ReactNode } from "react";
import { Dialog, DialogBody, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { switchShortcuts, useShortcutsSwitch } from "./use-shortcuts";

const shortcuts: readonly (readonly [ReactNode, string])[] = [
  [<><Kbd>J</Kbd> <Kbd>K</Kbd></>, "Next and previous conversation in the list"],
  [<><Kbd>↓</Kbd> <Kbd>↑</Kbd></>, "The same, within the list"],
  [<Kbd key="enter">Enter</Kbd>, "Open it"],
  [<Kbd key="a">A</Kbd>, "Accept what is offered to you"],
  [<Kbd key="e">E</Kbd>, "Done"],
  [<Kbd key="r">R</Kbd>, "Write a reply"],
  [<><Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd></>, "Send (⌘ Enter on a Mac)"],
  [<Kbd key="esc">Esc</Kbd>, "Leave the reply; it is kept"],
  [<Kbd key="help">?</Kbd>, "This list"],
];

export function ShortcutsDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const areOn = useShortcutsSwitch();
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent title="Keyboard shortcuts" className="max-w-md">
        <DialogBody className="flex flex-col gap-4">
          <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
            {shortcuts.map(([keys, what]) => (
              <Fragment key={what}>
                <dt className="flex gap-1">{keys}</dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
          <label className="flex items-center gap-3 border-t border-line pt-4">
            <Switch checked={areOn} onCheckedChange={switchShortcuts} />
            Single-key shortcuts
          </label>
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
