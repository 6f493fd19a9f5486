import { Input as BaseInput } from "@base-ui/react/input";
import { cn } from "./class-names";

/** 16 px on touch screens, where a smaller text makes phones zoom into the field. */
export const inputClassName = [
  "w-full rounded-md border border-line-strong bg-raised px-2.5 text-sm text-ink pointer-coarse:text-lg",
  "placeholder:text-ink-faint hover:border-control",
  "focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent",
  "data-invalid:border-negative data-invalid:focus:outline-negative",
  "disabled:cursor-default disabled:bg-sunken disabled:text-ink-muted disabled:hover:border-line-strong",
  "read-only:bg-sunken",
].join(" ");

export function Input({ className, ...props }: Omit<BaseInput.Props, "className"> & { className?: string | undefined }) {
  return <BaseInput {...props} className={cn("h-8", inputClassName, className)} />;
}
