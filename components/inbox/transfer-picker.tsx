"use client";

import { ArrowRightLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTitle, PopoverTrigger } from "@/components/ui/popover";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { QueueChoices } from "./queue-choices";
import { useDeed } from "./use-deed";

/** For who can't assign: passes their own conversation on to a queue. */
export function TransferPicker({ conversation }: { conversation: ConversationDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  const { mutate, isPending } = useDeed();
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger render={<Button isBusy={isPending} />}>
        <ArrowRightLeft aria-hidden /> Transfer…
      </PopoverTrigger>
      <PopoverContent align="end" className="w-76 p-0">
        <PopoverTitle className="sr-only">Transfer to queue</PopoverTitle>
        <QueueChoices
          conversation={conversation}
          onChoose={(queue) => {
            setIsOpen(false);
            mutate({ conversation, deed: { kind: "transfer", queue } });
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
