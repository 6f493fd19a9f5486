"use client";

import { AlertDialog, AlertDialogContent } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";

interface LeaveDialogProps {
  isOpen: boolean;
  changeCount: number;
  onStay: () => void;
  onLeave: () => void;
}

export function LeaveDialog({ isOpen, changeCount, onStay, onLeave }: LeaveDialogProps) {
  return (
    <AlertDialog open={isOpen} onOpenChange={(next) => (next ? undefined : onStay())}>
      <AlertDialogContent
        title="Leave without saving?"
        description={`${changeCount === 1 ? "1 change is" : `${changeCount} changes are`} not saved yet and would be lost.`}
      >
        <Button onClick={onStay}>Stay here</Button>
        <Button variant="danger" onClick={onLeave}>
          Leave without saving
        </Button>
      </AlertDialogContent>
    </AlertDialog>
  );
}
