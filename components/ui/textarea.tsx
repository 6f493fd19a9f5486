import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { inputClassName } from "./input";

/** Grows with what is typed, from its `rows` on. */
export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} className={cn(inputClassName, "field-sizing-content resize-none py-1.5", className)} />;
}
