"use client";

import { Collapsible as BaseCollapsible } from "@base-ui/react/collapsible";
import { cn } from "./class-names";

export const Collapsible = BaseCollapsible.Root;
export const CollapsibleTrigger = BaseCollapsible.Trigger;

type WithClassName<Props> = Omit<Props, "className"> & { className?: string | undefined };

export function CollapsiblePanel({ className, ...props }: WithClassName<BaseCollapsible.Panel.Props>) {
  return (
    <BaseCollapsible.Panel
      {...props}
      className={cn(
        "h-(--collapsible-panel-height) overflow-hidden transition-[height] duration-150 data-starting-style:h-0 data-ending-style:h-0",
        // Open and at rest it grows with what is in it: errors below fields, wider text.
        "data-open:not-data-starting-style:not-data-ending-style:h-auto",
        className,
      )}
    />
  );
}
