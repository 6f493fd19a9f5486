import type { Metadata } from "next";
import { AuditLog } from "@/components/audit-log/audit-log";
import { Permitted } from "../../permitted";

export const metadata: Metadata = { title: "Audit log" };

export default function AuditLogPage() {
  return (
    <Permitted permission="audit_log.read" title="Audit log" cannot="see the audit log">
      <AuditLog />
    </Permitted>
  );
}
