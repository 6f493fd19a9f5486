"use client";

import { Check, Minus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent } from "@/components/ui/dialog";
import type { PermissionSet } from "@/lib/contracts/permission-sets";
import { Holders } from "./holders";
import { permissionGroups } from "./permission-groups";

interface PermissionSetViewProps {
  permissionSet: PermissionSet;
  /** Why it is not to be changed here. */
  reason: string;
  onClose: () => void;
}

/** What a set permits and what it doesn't, to be read only. */
export function PermissionSetView({ permissionSet, reason, onClose }: PermissionSetViewProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title={permissionSet.name} description={reason} className="sm:max-h-[80dvh] sm:max-w-xl">
        <DialogBody className="flex flex-col gap-4">
          <Holders permissionSet={permissionSet} />
          {permissionGroups.map(({ title, permissions }) => (
            <section key={title} aria-label={title}>
              <h3 className="mb-1 font-medium">{title}</h3>
              <ul className="flex flex-col gap-1">
                {permissions.map(({ permission, label, sentence }) => (
                  <Line key={permission} isHeld={permissionSet.permissions.includes(permission)} label={label} sentence={sentence} />
                ))}
              </ul>
            </section>
          ))}
        </DialogBody>
        <footer className="sticky bottom-0 flex justify-end border-t border-line bg-raised px-5 py-3">
          <DialogClose render={<Button>Done</Button>} />
        </footer>
      </DialogContent>
    </Dialog>
  );
}

function Line({ isHeld, label, sentence }: { isHeld: boolean; label: string; sentence: string }) {
  const Icon = isHeld ? Check : Minus;
  return (
    <li className="flex gap-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0">
      <Icon aria-hidden className={isHeld ? "text-positive-ink" : "text-ink-faint"} />
      <span className={isHeld ? undefined : "text-ink-faint"}>
        <span className="sr-only">{isHeld ? "Permitted: " : "Not permitted: "}</span>
        <span className={isHeld ? "font-medium" : undefined}>{label}.</span> {sentence}
      </span>
    </li>
  );
}
