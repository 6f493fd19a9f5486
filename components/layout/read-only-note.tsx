import { Lock } from "lucide-react";

/** Who may see but not change: and who can. */
export function ReadOnlyNote({ what }: { what: string }) {
  return (
    <p className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-ink-muted">
      <Lock aria-hidden className="size-4 shrink-0" />
      You can see {what}. An administrator can change them.
    </p>
  );
}
