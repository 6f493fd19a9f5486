import { Tooltip } from "@/components/ui/tooltip";

/** My load as words, and as a bar that says at a glance how much room is left. */
export function LoadMeter({ load, capacity }: { load: number; capacity: number }) {
  const share = capacity === 0 ? 1 : Math.min(load / capacity, 1);
  const isFull = load >= capacity;
  return (
    <Tooltip content={explain(load, capacity)} side="bottom">
      <span tabIndex={0} className="flex h-6 flex-col justify-center gap-1 rounded-sm px-0.5 text-xs text-ink-muted tabular-nums">
        <span className="leading-none whitespace-nowrap">
          <span className="sr-only">My load: </span>
          {load} of {capacity}
        </span>
        <span aria-hidden className="block h-[3px] w-full overflow-hidden rounded-full bg-pressed">
          <span
            className={isFull ? "block h-full bg-caution" : "block h-full bg-positive"}
            style={{ width: `${Math.round(share * 100)}%` }}
          />
        </span>
      </span>
    </Tooltip>
  );
}

function explain(load: number, capacity: number): string {
  if (load > capacity) return `Your open work weighs ${load}, more than your capacity of ${capacity}. Nothing new is routed to you.`;
  if (load === capacity) return `Your open work fills your capacity of ${capacity}. Nothing new is routed to you.`;
  return `Your open work weighs ${load} of ${capacity}. Snoozed and done conversations weigh nothing.`;
}
