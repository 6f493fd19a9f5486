import type { Prisma } from "@/generated/prisma/client";
import { z } from "zod";
import { maySeeDedicatedAgents, requirePermission, type Actor } from "../auth/actor";
import { auditActions, auditChange, auditSubjectKinds, type AuditAction, type AuditEntry, type AuditFilter, type listAuditQuery, type auditPage } from "../contracts/audit-log";
import { databaseNow } from "../store/clock";
import { database } from "../store/database";
import { cutPage, decodeCursor } from "./cursor";

const changesOf = z.array(auditChange);
const kindOf = z.enum(auditSubjectKinds);
/** Who a customer's dedicated agent is shows in these alone. */
const ofDedicatedAgents: readonly AuditAction[] = ["customer.dedicated_agent_changed", "customers.handed_over"];

type Row = Prisma.AuditEntryGetPayload<object>;

/** The newest first. */
export async function listAudit(actor: Actor, { cursor, limit, ...filter }: z.output<typeof listAuditQuery>): Promise<z.input<typeof auditPage>> {
  requirePermission(actor, "audit_log.read");
  const before = cursor === undefined ? null : decodeCursor(cursor);
  const rows = await database().auditEntry.findMany({
    where: { AND: [whereOf(actor, filter), before ? { id: { lt: before.id } } : {}] },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const { rows: kept, nextCursor } = cutPage(rows, limit, ({ id }) => ({ value: "", id }));
  return { items: kept.map(toEntry), nextCursor, now: (await databaseNow(database())).toISOString() };
}

const exportedAtOnce = 1000;

/** All of them, a thousand at a time, the newest first. */
export async function* exportAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<readonly AuditEntry[]> {
  requirePermission(actor, "audit_log.read");
  for (let before: string | null = null; ; ) {
    const rows: Row[] = await database().auditEntry.findMany({
      where: { AND: [whereOf(actor, filter), before === null ? {} : { id: { lt: before } }] },
      orderBy: { id: "desc" },
      take: exportedAtOnce,
    });
    if (rows.length > 0) yield rows.map(toEntry);
    const last = rows.at(-1);
    if (!last || rows.length < exportedAtOnce) return;
    before = last.id;
  }
}

function whereOf(actor: Actor, { action, subjectKind, subjectId, actorUserId, from, to }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    organizationId: actor.organizationId,
    ...(action && { action }),
    ...(subjectKind && { subjectKind }),
    ...(subjectId && { subjectId }),
    ...(actorUserId && { actorUserId }),
    at: { ...(from && { gte: new Date(from) }), ...(to && { lt: new Date(to) }) },
    ...(!maySeeDedicatedAgents(actor) && { NOT: { action: { in: [...ofDedicatedAgents] } } }),
  };
}

function toEntry(row: Row): AuditEntry {
  const action = actionOf(row);
  return {
    id: row.id,
    at: row.at.toISOString(),
    source: row.source,
    address: row.address,
    actor: { userId: row.actorUserId, apiKeyId: row.apiKeyId, name: row.actorName },
    action,
    subject: { kind: kindOf.parse(row.subjectKind), id: row.subjectId, name: row.subjectName },
    changes: changesOf.parse(row.changes),
    sentence: sentenceOf(row, action),
  };
}

/** Only lib/commands writes it, with codes of the list; one that is not there is a bug. */
function actionOf({ id, action }: Row): AuditAction {
  const known = Object.keys(auditActions).find((code): code is AuditAction => code === action);
  if (known === undefined) throw new Error(`the audit log's entry ${id} says ${action}, which is no action`);
  return known;
}

const unnamed: readonly string[] = ["settings", "organization"];

function sentenceOf({ actorName, subjectKind, subjectName }: Row, action: AuditAction): string {
  const says = `${actorName} ${auditActions[action]}`;
  const isAboutThemselves = subjectKind === "user" && subjectName === actorName;
  return unnamed.includes(subjectKind) || (isAboutThemselves && !says.endsWith(" of")) ? `${says}.` : `${says} ${subjectName}.`;
}
