import { cn } from "./class-names";

/**
 * Four marks that differ by shape as well as by colour: a full disc, a disc with a bar, a half disc, an empty ring.
 * Decoration unless `label` is given: then it is read, for places where the word is not shown.
 */
export type StatusShape = "full" | "barred" | "half" | "ring";

const colors: Record<StatusShape, string> = {
  full: "text-positive",
  barred: "text-negative",
  half: "text-caution",
  ring: "text-quiet",
};

export function StatusDot({ shape, label, className }: { shape: StatusShape; label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 10 10"
      className={cn("size-2.5 shrink-0", colors[shape], className)}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {shape === "full" ? <circle cx="5" cy="5" r="4.5" fill="currentColor" /> : null}
      {shape === "barred" ? (
        <>
          <circle cx="5" cy="5" r="4.5" fill="currentColor" />
          <path d="M2.75 5h4.5" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
        </>
      ) : null}
      {shape === "half" ? (
        <>
          <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M5 1a4 4 0 0 1 0 8z" fill="currentColor" />
        </>
      ) : null}
      {shape === "ring" ? <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" /> : null}
    </svg>
  );
}
