import type { Tx } from "../store/database";
import { withinOrganization } from "../store/scope";

/** Whether this identity still belongs to an active user: a leaver gets no session. */
export async function isActiveUser(prisma: Pick<Tx, "authUser" | "user">, authUserId: string): Promise<boolean> {
  const identity = await prisma.authUser.findFirst({ where: { id: authUserId }, select: { organizationId: true } });
  if (!identity) return false;
  const { organizationId } = identity;
  const user = await withinOrganization(organizationId, () => prisma.user.findFirst({ where: { organizationId, authUserId }, select: { isActive: true } }));
  return user?.isActive ?? false;
}
