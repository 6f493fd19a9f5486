"use client";

import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { backdropClassName, dialogPopupClassName, viewportClassName } from "./dialog-class-names";

export const AlertDialog = BaseAlertDialog.Root;

interface AlertDialogContentProps {
  title: ReactNode;
  description: ReactNode;
  /** What there is to see before choosing. */
  body?: ReactNode;
  /** The choices, the harmless one first: it gets the focus. */
  children: ReactNode;
  className?: string;
}

/** A question that must be answered: a click beside it does not close it. */
export function AlertDialogContent({ title, description, body, children, className }: AlertDialogContentProps) {
  return (
    <BaseAlertDialog.Portal>
      <BaseAlertDialog.Backdrop className={backdropClassName} />
      <BaseAlertDialog.Viewport className={viewportClassName}>
        <BaseAlertDialog.Popup className={cn(dialogPopupClassName, "gap-1 p-5", className)}>
          <BaseAlertDialog.Title className="text-lg font-semibold">{title}</BaseAlertDialog.Title>
          <BaseAlertDialog.Description className="text-pretty text-ink-muted">{description}</BaseAlertDialog.Description>
          {body}
          <div className="mt-4 flex flex-wrap justify-end gap-2">{children}</div>
        </BaseAlertDialog.Popup>
      </BaseAlertDialog.Viewport>
    </BaseAlertDialog.Portal>
  );
}
