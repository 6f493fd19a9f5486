"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import { cn } from "./class-names";

export const Tabs = BaseTabs.Root;
export const TabsPanel = BaseTabs.Panel;

type WithClassName<Props> = Omit<Props, "className"> & { className?: string | undefined };

export function TabsList({ className, ...props }: WithClassName<BaseTabs.List.Props>) {
  return <BaseTabs.List {...props} className={cn("flex gap-4 border-b border-line", className)} />;
}

export function TabsTab({ className, ...props }: WithClassName<BaseTabs.Tab.Props>) {
  return (
    <BaseTabs.Tab
      {...props}
      className={cn(
        "-mb-px flex h-9 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-ink-muted hover:text-ink",
        "data-active:border-accent data-active:text-ink",
        className,
      )}
    />
  );
}
