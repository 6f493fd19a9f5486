"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { MadeInvitation } from "@/lib/contracts/invitations";

const mailed = {
  sent: (email: string) => `It was also sent to ${email}.`,
  failed: (email: string) => `It could not be sent to ${email}: give it to them yourself.`,
  not_set: (email: string) => `Give it to ${email} yourself: this server sends no e-mail.`,
} as const satisfies Record<MadeInvitation["mail"], (email: string) => string>;

/** The one time that the link is seen. */
export function InvitationLink({ made, onClose }: { made: MadeInvitation; onClose: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title={`The invitation of ${made.invitation.user.name}`} description="Copy the link now: it is not shown again.">
        <DialogBody className="flex flex-col gap-2">
          <Input aria-label="Invitation link" readOnly value={made.link} onFocus={(event) => event.currentTarget.select()} className="font-mono text-xs" />
          <p className="text-pretty text-ink-muted">{mailed[made.mail](made.invitation.email)} Whoever has the link can join with it.</p>
        </DialogBody>
        <DialogFooter>
          <Button onClick={() => void navigator.clipboard.writeText(made.link).then(() => setIsCopied(true))}>
            {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {isCopied ? "Copied" : "Copy"}
          </Button>
          <DialogClose render={<Button variant="primary">Done</Button>} />
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
