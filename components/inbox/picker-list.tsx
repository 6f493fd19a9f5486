"use client";

import { Command } from "cmdk";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { inputClassName } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/problem-error";

interface PickerListProps {
  /** What it lists, for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: { readonly isLoaded: boolean; readonly error: unknown };
  /** What it says when nothing matches. */
  readonly empty: string;
  /** What Backspace does in an empty search field. */
  readonly onBack?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A search field over what there is to choose from, in a popover. */
export function PickerList({ label, placeholder, query: { isLoaded, error }, empty, onBack, children }: PickerListProps) {
  return (
    <Command label={label} className="flex flex-col">
      <div className="border-b border-line p-2">
        <Command.Input
          autoFocus
          placeholder={placeholder}
          className={cn(inputClassName, "h-8")}
          onKeyDown={(event) => {
            if (event.key === "Backspace" && event.currentTarget.value === "") onBack?.();
          }}
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {isLoaded && <Command.Empty className="px-2 py-4 text-center text-ink-muted">{empty}</Command.Empty>}
        {!isLoaded && error !== null && (
          <p role="alert" className="px-2 py-4 text-negative-ink">
            {sentenceOf(error)}
          </p>
        )}
        {!isLoaded && error === null && <Skeleton className="m-2 h-6" />}
        {children}
      </Command.List>
    </Command>
  );
}

export function PickerItem({ className, ...props }: ComponentProps<typeof Command.Item>) {
  return (
    <Command.Item
      {...props}
      className={cn("flex min-h-9 cursor-default items-center gap-2 rounded-md px-2 py-1 data-[selected=true]:bg-hover", className)}
    />
  );
}
