import { defaultPermissionSets, type DefaultPermissionSet } from "../auth/permissions";
import type { Tx } from "../store/database";
import { newId } from "../store/new-id";

interface NewOrganization {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Left out: now. */
  readonly createdAt?: Date;
}

/** An organization with what each has from its first moment: its router's row and the default permission sets. @returns these by name */
export async function foundOrganization(tx: Tx, organization: NewOrganization): Promise<Readonly<Record<DefaultPermissionSet, string>>> {
  const organizationId = organization.id;
  await tx.organization.create({ data: organization, select: { id: true } });
  await tx.organizationRouter.create({ data: { organizationId }, select: { organizationId: true } });
  const ids = { Agent: newId(), Manager: newId(), Admin: newId(), Owner: newId() };
  const names = ["Agent", "Manager", "Admin", "Owner"] as const satisfies readonly DefaultPermissionSet[];
  await tx.permissionSet.createMany({
    data: names.map((name) => ({ organizationId, id: ids[name], name, isDefault: true, permissions: [...defaultPermissionSets[name]] })),
  });
  return ids;
}
