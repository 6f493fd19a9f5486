"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, Search } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { popupClassName, popupItemClassName } from "./popup-class-names";
import { Spinner } from "./spinner";

export const Combobox = BaseCombobox.Root;

type WithClassName<Props> = Omit<Props, "className"> & { className?: string | undefined };

export function ComboboxTrigger({ className, children, ...props }: WithClassName<BaseCombobox.Trigger.Props>) {
  return (
    <BaseCombobox.Trigger
      {...props}
      className={cn(
        "flex min-h-9 w-full min-w-0 items-center gap-2 rounded-md border border-line-strong bg-raised px-2.5 py-1 text-left text-sm text-ink",
        "hover:border-control data-popup-open:border-control data-disabled:cursor-default data-disabled:opacity-60",
        className,
      )}
    >
      {children}
      <BaseCombobox.Icon className="ml-auto text-ink-faint">
        <ChevronsUpDown aria-hidden className="size-3.5" />
      </BaseCombobox.Icon>
    </BaseCombobox.Trigger>
  );
}

interface ComboboxContentProps<Item> {
  /** What the search field is for. */
  label: string;
  placeholder: string;
  isSearching: boolean;
  /** Shown in place of the list when nothing matches. */
  empty: ReactNode;
  children: (item: Item) => ReactNode;
  className?: string;
}

/** A search field over its list, in a popup as wide as the trigger or wider. */
export function ComboboxContent<Item>({ label, placeholder, isSearching, empty, children, className }: ComboboxContentProps<Item>) {
  return (
    <BaseCombobox.Portal>
      <BaseCombobox.Positioner sideOffset={4} align="start" collisionPadding={8} className="z-50 outline-none">
        <BaseCombobox.Popup aria-label={label} className={cn(popupClassName, "flex w-(--anchor-width) max-w-(--available-width) min-w-80 flex-col", className)}>
          <div className="flex h-10 items-center gap-2 border-b border-line px-3">
            {isSearching ? <Spinner className="text-ink-faint" /> : <Search aria-hidden className="size-4 text-ink-faint" />}
            <BaseCombobox.Input
              aria-label={label}
              placeholder={placeholder}
              className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-ink-faint pointer-coarse:text-lg"
            />
          </div>
          <BaseCombobox.Empty>
            <div className="px-3 py-4 text-ink-muted">{empty}</div>
          </BaseCombobox.Empty>
          <BaseCombobox.List className="max-h-[min(22rem,calc(var(--available-height)-3rem))] scroll-py-1 overflow-y-auto overscroll-contain p-1 empty:p-0">
            {children}
          </BaseCombobox.List>
        </BaseCombobox.Popup>
      </BaseCombobox.Positioner>
    </BaseCombobox.Portal>
  );
}

export function ComboboxItem({ className, children, ...props }: WithClassName<BaseCombobox.Item.Props>) {
  return (
    <BaseCombobox.Item {...props} className={cn(popupItemClassName, className)}>
      <span className="flex min-w-0 flex-1 items-center gap-2.5">{children}</span>
      <span className="flex size-4 shrink-0 items-center text-accent-ink">
        <BaseCombobox.ItemIndicator>
          <Check aria-hidden className="size-4" />
        </BaseCombobox.ItemIndicator>
      </span>
    </BaseCombobox.Item>
  );
}
