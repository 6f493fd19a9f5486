import { TriangleAlert } from "lucide-react";
import { Button } from "./button";

interface UnsentNoticeProps {
  /** Why, in a sentence. */
  problem: string;
  onRetry: () => void;
  /** Takes it back, to be written anew. */
  onEdit: () => void;
}

/** A message could not be sent: it is kept, and can go again or be changed. */
export function UnsentNotice({ problem, onRetry, onEdit }: UnsentNoticeProps) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-negative-soft px-4 py-2 text-sm text-negative-ink">
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-40 flex-1">Not sent: {problem}</p>
      <span className="flex gap-2">
        <Button size="sm" onClick={onRetry}>
          Send again
        </Button>
        <Button size="sm" variant="ghost" className="text-negative-ink" onClick={onEdit}>
          Edit
        </Button>
      </span>
    </div>
  );
}
