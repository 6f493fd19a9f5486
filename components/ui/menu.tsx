"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { popupClassName, popupItemClassName } from "./popup-class-names";

export const Menu = BaseMenu.Root;
export const MenuTrigger = BaseMenu.Trigger;
export const MenuGroup = BaseMenu.Group;
export const MenuRadioGroup = BaseMenu.RadioGroup;

interface MenuContentProps {
  children: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  className?: string;
}

export function MenuContent({ children, align = "start", side = "bottom", className }: MenuContentProps) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align={align} side={side} collisionPadding={8} className="z-50 outline-none">
        <BaseMenu.Popup className={cn(popupClassName, "min-w-44 p-1", className)}>{children}</BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

type WithClassName<Props> = Omit<Props, "className"> & { className?: string | undefined };

export function MenuItem({ className, ...props }: WithClassName<BaseMenu.Item.Props>) {
  return <BaseMenu.Item {...props} className={cn(popupItemClassName, className)} />;
}

export function MenuRadioItem({ className, ...props }: WithClassName<BaseMenu.RadioItem.Props>) {
  return <BaseMenu.RadioItem {...props} className={cn(popupItemClassName, "data-checked:font-medium", className)} />;
}

export function MenuGroupLabel({ className, ...props }: WithClassName<BaseMenu.GroupLabel.Props>) {
  return <BaseMenu.GroupLabel {...props} className={cn("px-2 py-1 text-xs text-ink-faint", className)} />;
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}
