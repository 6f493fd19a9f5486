import { Switch as BaseSwitch } from "@base-ui/react/switch";
import { cn } from "./class-names";

export function Switch({ className, ...props }: Omit<BaseSwitch.Root.Props, "className"> & { className?: string | undefined }) {
  return (
    <BaseSwitch.Root
      {...props}
      className={cn(
        "relative inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-control bg-sunken p-px transition-colors duration-100",
        "data-checked:border-accent data-checked:bg-accent data-disabled:cursor-default data-disabled:opacity-60",
        // The pressable square is 24 px high, the track 20.
        "before:absolute before:-inset-y-0.5 before:inset-x-0",
        className,
      )}
    >
      <BaseSwitch.Thumb className="size-4 rounded-full bg-control shadow-xs transition-transform duration-100 data-checked:translate-x-4 data-checked:bg-on-accent" />
    </BaseSwitch.Root>
  );
}
