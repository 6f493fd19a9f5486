import { Skeleton } from "@/components/ui/skeleton";

/** Of a list of rows in a frame, while it is read. */
export function RowsSkeleton() {
  return (
    <div aria-busy className="rounded-xl border border-line">
      {Array.from({ length: 4 }, (_, row) => (
        <div key={row} className="flex h-16 flex-col justify-center gap-2 border-line px-4 not-first:border-t">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3 w-64 max-w-full" />
        </div>
      ))}
    </div>
  );
}
