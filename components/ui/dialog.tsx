"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./class-names";
import { backdropClassName, dialogPopupClassName, viewportClassName } from "./dialog-class-names";

export const Dialog = BaseDialog.Root;
export const DialogClose = BaseDialog.Close;

interface DialogContentProps {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  initialFocus?: RefObject<HTMLElement | null>;
  className?: string;
}

export function DialogContent({ title, description, children, initialFocus, className }: DialogContentProps) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropClassName} />
      <BaseDialog.Viewport className={viewportClassName}>
        <BaseDialog.Popup
          className={cn(dialogPopupClassName, className)}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <header className="flex items-start gap-3 px-5 pt-4">
            <div className="min-w-0 flex-1">
              <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
              {description === undefined ? null : (
                <BaseDialog.Description className="text-pretty text-ink-muted">{description}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close aria-label="Close" className={cn(buttonVariants({ variant: "ghost", size: "icon-sm" }), "-mr-2")}>
              <X aria-hidden />
            </BaseDialog.Close>
          </header>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Viewport>
    </BaseDialog.Portal>
  );
}

export function DialogBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn("px-5 py-4", className)}>{children}</div>;
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return <footer className="flex flex-wrap items-center justify-end gap-2 px-5 pb-4">{children}</footer>;
}
