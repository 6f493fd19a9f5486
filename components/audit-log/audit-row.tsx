import { Moment } from "@/components/ui/age";
import type { AuditEntry } from "@/lib/contracts/audit-log";

const sources = { screen: "on screen", api_key: "by API key", import: "by import", system: "by the system" } as const satisfies Record<AuditEntry["source"], string>;

export function AuditRow({ entry: { at, sentence, source, address, changes } }: { entry: AuditEntry }) {
  return (
    <li className="border-t border-line px-4 py-2.5 sm:px-6">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <p className="min-w-0 flex-1 basis-64 font-medium break-words">{sentence}</p>
        <p className="text-xs text-ink-faint">
          <Moment at={at} />, {sources[source]}
          {address === null ? null : ` from ${address}`}
        </p>
      </div>
      {changes.length === 0 ? null : (
        <dl className="mt-1 flex flex-col gap-0.5 text-sm text-ink-muted">
          {changes.map(({ field, from, to }) => (
            <div key={field} className="flex flex-wrap gap-x-1.5">
              <dt className="text-ink-faint">{labelOf(field)}:</dt>
              <dd className="min-w-0 break-words">
                {from === null ? null : <del className="decoration-ink-faint">{from}</del>}
                {from !== null && to !== null ? " → " : null}
                {to === null ? <span className="text-ink-faint">{from === null ? "" : " removed"}</span> : <ins className="text-ink no-underline">{to}</ins>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** What has no name of its own but an id is told by its kind. */
function labelOf(field: string): string {
  return field.replace(/ [0-9a-f]{8}-[0-9a-f-]{27}$/, "");
}
