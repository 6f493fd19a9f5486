import { CircleAlert } from "lucide-react";

/** Says what went wrong; its place is there before, so that it is read out. */
export function Refusal({ sentence }: { sentence: string | null }) {
  return (
    <p role="alert" className="flex min-h-5 items-start gap-1.5 text-negative-ink empty:hidden">
      {sentence === null ? null : (
        <>
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {sentence}
        </>
      )}
    </p>
  );
}
