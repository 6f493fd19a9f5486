import type { AuditSource } from "@/generated/prisma/enums";
import type { Actor } from "../auth/actor";
import type { AuditAction, AuditChange, AuditSubjectKind } from "../contracts/audit-log";
import { databaseNow } from "../store/clock";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";
import { changesOf } from "./changes-of";

export interface AuditRecord {
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubjectKind; readonly id: string | null; readonly name: string };
  readonly changes?: readonly AuditChange[];
  /** Where it is not told by who does it: from a file that was read in. */
  readonly source?: AuditSource;
}

/** Who did it: somebody signed in, an API key; or the system, in an organization. */
export type AuditBy = Actor | { readonly kind: "system"; readonly organizationId: string; readonly name: string };

/** Writes what was done into the audit log, in the transaction of its effect: neither is there without the other. */
export function recordAudit(tx: Tx, by: AuditBy, record: AuditRecord): Promise<void> {
  return recordAudits(tx, by, [record]);
}

const rowsAStatement = 1000;

/** As recordAudit, of much that was done at once. */
export async function recordAudits(tx: Tx, by: AuditBy, records: readonly AuditRecord[]): Promise<void> {
  const at = await databaseNow(tx);
  const data = records.map(({ action, subject, changes = [], source }) => ({
    organizationId: by.organizationId,
    id: newId(),
    at,
    source: source ?? sourceOf(by),
    actorUserId: by.kind === "user" ? by.userId : null,
    apiKeyId: by.kind === "api_key" ? by.apiKeyId : null,
    actorName: by.name,
    address: by.kind === "system" ? null : by.address,
    action,
    subjectKind: subject.kind,
    subjectId: subject.id,
    subjectName: subject.name,
    changes: changes.map((change) => ({ ...change })),
  }));
  for (let start = 0; start < data.length; start += rowsAStatement) await tx.auditEntry.createMany({ data: data.slice(start, start + rowsAStatement) });
}

type Words = Parameters<typeof changesOf>[0];

/** Of settings, as they were and as they are: nothing, where that is the same. */
export async function recordSettingsSave(tx: Tx, by: AuditBy, action: AuditAction, before: Words, after: Words): Promise<void> {
  const changes = changesOf(before, after);
  if (changes.length > 0) await recordAudit(tx, by, { action, subject: { kind: "settings", id: null, name: "" }, changes });
}

function sourceOf(by: AuditBy): AuditSource {
  switch (by.kind) {
    case "user":
      return "screen";
    case "api_key":
      return "api_key";
    case "system":
      return "system";
  }
}
