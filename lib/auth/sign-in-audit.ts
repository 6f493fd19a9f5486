import type { AuditAction } from "../contracts/audit-log";
import { recordAudit } from "../commands/record-audit";
import { database, transaction } from "../store/database";
import { withinOrganization } from "../store/scope";
import { clientAddress } from "./client-address";

/** Tells the audit log what somebody did at the door, of whom there is no actor yet. */
export async function recordAtTheDoor(authUserId: string, headers: Headers, action: AuditAction): Promise<void> {
  const identity = await database().authUser.findFirst({ where: { id: authUserId }, select: { organizationId: true } });
  if (!identity) return;
  const { organizationId } = identity;
  await withinOrganization(organizationId, async () => {
    const user = await database().user.findFirst({ where: { organizationId, authUserId }, select: { id: true, name: true } });
    if (!user) return;
    const by = { kind: "user", organizationId, userId: user.id, apiKeyId: null, name: user.name, address: clientAddress(headers), permissions: new Set<never>() } as const;
    await transaction((tx) => recordAudit(tx, by, { action, subject: { kind: "user", id: user.id, name: user.name } }));
  });
}
