import { auditPage, exportAuditQuery, listAuditQuery, type AuditEntry } from "../../contracts/audit-log";
import { exportAudit, listAudit } from "../../reads/audit-log";
import { csvLine } from "../../reads/csv";
import { csvResponse } from "../csv-response";
import { operation } from "../operation";

const common = { tag: "Audit log", access: "audit_log.read" } as const;

export const auditLogOperations = [
  operation(
    {
      ...common,
      operationId: "listAuditLog",
      method: "get",
      path: "/audit-log",
      summary: "Who changed what, from what to what, when and from where",
      query: listAuditQuery,
      answer: { status: 200, description: "Entries, the newest first", schema: auditPage },
    },
    ({ actor, query }) => listAudit(actor, query),
  ),
  operation(
    {
      ...common,
      operationId: "exportAuditLog",
      method: "get",
      path: "/audit-log.csv",
      summary: "The same, whole, as CSV",
      query: exportAuditQuery,
      answer: { status: 200, description: "RFC 4180, a line for each change", contentType: "text/csv" },
    },
    async ({ actor, query }) => csvResponse("audit-log.csv", lines(exportAudit(actor, query))),
  ),
];

const header = csvLine(["at", "who", "what", "kind", "subject", "field", "from", "to", "source", "address"]);

async function* lines(batches: AsyncIterable<readonly AuditEntry[]>): AsyncGenerator<string> {
  yield header;
  for await (const entries of batches) yield entries.map(linesOf).join("");
}

function linesOf({ at, actor, action, subject, changes, source, address }: AuditEntry): string {
  const rows = changes.length > 0 ? changes : [{ field: "", from: null, to: null }];
  return rows.map(({ field, from, to }) => csvLine([at, actor.name, action, subject.kind, subject.name, field, from, to, source, address])).join("");
}
