"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { popupClassName, popupItemClassName } from "./popup-class-names";

export const Select = BaseSelect.Root;
export const SelectValue = BaseSelect.Value;

type WithClassName<Props> = Omit<Props, "className"> & { className?: string | undefined };

export function SelectTrigger({ className, children, ...props }: WithClassName<BaseSelect.Trigger.Props>) {
  return (
    <BaseSelect.Trigger
      {...props}
      className={cn(
        "inline-flex h-8 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-raised px-2.5 text-sm text-ink select-none",
        "hover:border-control data-popup-open:border-control data-disabled:cursor-default data-disabled:bg-sunken data-disabled:text-ink-muted data-disabled:hover:border-line-strong",
        className,
      )}
    >
      {children}
      <BaseSelect.Icon className="ml-auto text-ink-faint">
        <ChevronDown aria-hidden className="size-3.5" />
      </BaseSelect.Icon>
    </BaseSelect.Trigger>
  );
}

interface SelectContentProps {
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
}

export function SelectContent({ children, align = "start", className }: SelectContentProps) {
  return (
    <BaseSelect.Portal>
      <BaseSelect.Positioner sideOffset={4} align={align} alignItemWithTrigger={false} className="z-50 outline-none">
        <BaseSelect.Popup className={cn(popupClassName, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1", className)}>
          <BaseSelect.List>{children}</BaseSelect.List>
        </BaseSelect.Popup>
      </BaseSelect.Positioner>
    </BaseSelect.Portal>
  );
}

export function SelectItem({ className, children, ...props }: WithClassName<BaseSelect.Item.Props>) {
  return (
    <BaseSelect.Item {...props} className={cn(popupItemClassName, className)}>
      <BaseSelect.ItemText className="flex min-w-0 flex-1 items-center gap-2">{children}</BaseSelect.ItemText>
      <span className="flex size-4 items-center text-accent-ink">
        <BaseSelect.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </BaseSelect.ItemIndicator>
      </span>
    </BaseSelect.Item>
  );
}
