"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Conversation } from "@/lib/contracts/conversations";
import type { Customer } from "@/lib/contracts/customers";
import { CustomerPicker } from "./customer-picker";
import { moveConversation } from "./queries";

interface MoveDialogProps {
  conversation: Conversation;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function MoveDialog({ conversation, isOpen, onOpenChange }: MoveDialogProps) {
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        title="Move to another timeline"
        description="Its assignee, a running wait and the dedicated agent it was given stay as they are; so do both customers’ dedicated agents."
      >
        <MoveForm conversation={conversation} onMoved={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

function MoveForm({ conversation, onMoved }: { conversation: Conversation; onMoved: () => void }) {
  const labelId = useId();
  const [target, setTarget] = useState<Pick<Customer, "id" | "name" | "email"> | null>(null);
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: (customerId: string) => moveConversation(conversation.id, customerId),
    onSuccess: (moved) => {
      onMoved();
      void queryClient.invalidateQueries({ queryKey: ["conversations"] });
      void queryClient.invalidateQueries({ queryKey: ["conversation", conversation.id] });
      toast.success(`Moved to ${moved.customer.name}’s timeline`, {
        action: {
          label: "Undo",
          onClick: () => {
            moveConversation(conversation.id, conversation.customer.id).then(
              () => void queryClient.invalidateQueries({ queryKey: ["conversations"] }),
              (error: unknown) => toast.error(`Not undone. ${sentenceOf(error)}`),
            );
          },
        },
      });
    },
    onError: (error) => toast.error(`Not moved. ${sentenceOf(error)}`),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (target !== null) mutate(target.id);
      }}
    >
      <DialogBody className="flex flex-col gap-1">
        <span id={labelId} className="font-medium">
          To the timeline of
        </span>
        <CustomerPicker labelledBy={labelId} chosen={target} onChoose={setTarget} exceptId={conversation.customer.id} />
      </DialogBody>
      <DialogFooter>
        <DialogClose render={<Button variant="ghost">Cancel</Button>} />
        <Button type="submit" variant="primary" disabled={target === null} isBusy={isPending}>
          Move
        </Button>
      </DialogFooter>
    </form>
  );
}
