import type { PrismaClient } from "@/generated/prisma/client";

/** Whether this identity still belongs to an active user: a leaver gets no session. */
export async function isActiveUser(prisma: PrismaClient, authUserId: string): Promise<boolean> {
  const identity = await prisma.authUser.findUnique({ where: { id: authUserId }, select: { organizationId: true } });
  if (!identity) return false;
  const user = await prisma.user.findUnique({
    where: { organizationId_authUserId: { organizationId: identity.organizationId, authUserId } },
    select: { isActive: true },
  });
  return user?.isActive ?? false;
}
