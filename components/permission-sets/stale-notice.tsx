import { Button } from "@/components/ui/button";
import { namesOfPermissions } from "./permission-groups";
import type { SavedMeanwhile } from "./stale-version";

interface StaleNoticeProps {
  theirs: SavedMeanwhile;
  mine: { readonly name: string; readonly permissions: readonly string[] };
  onTake: () => void;
}

/** Somebody else saved first: what theirs has that mine hasn't, and the other way round. Saving again keeps mine. */
export function StaleNotice({ theirs, mine, onTake }: StaleNoticeProps) {
  const onlyTheirs = namesOfPermissions(theirs.permissions.filter((each) => !mine.permissions.includes(each)));
  const onlyMine = namesOfPermissions(mine.permissions.filter((each) => !theirs.permissions.includes(each)));
  return (
    <section aria-label="Saved meanwhile" className="flex flex-col gap-1 rounded-md bg-caution-soft px-3 py-2 text-caution-ink">
      <p className="font-medium">Nothing of yours is saved yet. What differs:</p>
      <ul className="list-disc pl-4">
        {theirs.name === mine.name ? null : <li>Theirs is called {theirs.name}.</li>}
        {onlyTheirs.length === 0 ? null : <li>Only theirs has {onlyTheirs.join(", ")}.</li>}
        {onlyMine.length === 0 ? null : <li>Only yours has {onlyMine.join(", ")}.</li>}
        {theirs.name === mine.name && onlyTheirs.length + onlyMine.length === 0 ? <li>Nothing: you both came to the same.</li> : null}
      </ul>
      <p>Save again to keep yours.</p>
      <Button size="sm" className="self-start" onClick={onTake}>
        Take theirs
      </Button>
    </section>
  );
}
