import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuditLog } from "@/components/audit-log/audit-log";
import { NoPermission } from "@/components/layout/no-permission";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditLogPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  if (may(actor, "audit_log.read")) return <AuditLog />;
  return (
    <>
      <h1 className="sr-only">Audit log</h1>
      <NoPermission title="You can’t see the audit log">
        Your permission set doesn’t include it. An administrator of your organization can do it for you, or give you the permission.
      </NoPermission>
    </>
  );
}
