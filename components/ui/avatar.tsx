import { cn } from "./class-names";
import { hueOf, initials } from "./initials";

const sizes = {
  sm: "size-5 text-[9px]",
  md: "size-6 text-[10px]",
  lg: "size-8 text-xs",
  xl: "size-11 text-lg",
} as const;

/** Initials on a hue of their own. Decoration: the name stands beside it. */
export function Avatar({ name, size = "md", className }: { name: string; size?: keyof typeof sizes; className?: string }) {
  const hue = hueOf(name);
  return (
    <span
      aria-hidden
      className={cn("inline-flex shrink-0 items-center justify-center rounded-full font-semibold select-none", sizes[size], className)}
      style={{
        backgroundColor: `oklch(var(--avatar-soft-l) var(--avatar-soft-c) ${hue})`,
        color: `oklch(var(--avatar-ink-l) var(--avatar-soft-c) ${hue})`,
      }}
    >
      {initials(name)}
    </span>
  );
}
