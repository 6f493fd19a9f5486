import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import { builtInChannels } from "../contracts/channels";
import { email, text } from "../contracts/common";
import { database, transaction } from "../store/database";
import { newId } from "../store/new-id";
import { acrossOrganizations } from "../store/scope";
import { foundOrganization } from "./found-organization";
import { recordAudit } from "./record-audit";

const form = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, "must be small letters, digits and hyphens, and begin with a letter"),
  name: text(100),
  ownerName: text(100),
  ownerEmail: email,
  ownerPassword: z.string().min(10, "must have 10 characters at least").max(128, "must have 128 characters at most"),
});

export type OrganizationResult = { readonly kind: "made"; readonly organizationId: string } | { readonly kind: "refused"; readonly why: string };

/** A real, empty organization with its first owner, for whoever has the machine: default sets, default queue, all channels, dedicated agents off. */
export function createOrganizationHere(input: z.input<typeof form>): Promise<OrganizationResult> {
  const parsed = form.safeParse(input);
  if (parsed.success) return acrossOrganizations(() => create(parsed.data));
  const issue = parsed.error.issues[0];
  return Promise.resolve({ kind: "refused", why: `${issue?.path.join(".") ?? "It"}: ${issue?.message ?? "is not as it must be"}.` });
}

async function create({ slug, name, ownerName, ownerEmail, ownerPassword }: z.output<typeof form>): Promise<OrganizationResult> {
  if (await database().organization.findFirst({ where: { slug }, select: { id: true } })) return { kind: "refused", why: `There is an organization ${slug} already. Choose another slug.` };
  if (await database().authUser.findFirst({ where: { email: ownerEmail }, select: { id: true } })) return { kind: "refused", why: `Somebody signs in as ${ownerEmail} already. Choose another e-mail.` };
  const password = await hashPassword(ownerPassword);
  const [organizationId, ownerId] = [newId(), newId()];
  await transaction(async (tx) => {
    const sets = await foundOrganization(tx, { id: organizationId, slug, name });
    await tx.routingSettings.create({ data: { organizationId }, select: { organizationId: true } });
    await tx.queue.create({ data: { organizationId, id: newId(), name: "General", isDefault: true }, select: { id: true } });
    await tx.channel.createMany({ data: builtInChannels.map((channel, index) => ({ organizationId, id: newId(), ...channel, position: index + 1 })) });
    await tx.authUser.create({ data: { id: ownerId, name: ownerName, email: ownerEmail, emailVerified: true, organizationId }, select: { id: true } });
    await tx.authAccount.create({ data: { id: newId(), accountId: ownerId, providerId: "credential", userId: ownerId, password }, select: { id: true } });
    await tx.user.create({ data: { organizationId, id: ownerId, authUserId: ownerId, name: ownerName, email: ownerEmail, permissionSetId: sets.Owner }, select: { id: true } });
    await recordAudit(tx, { kind: "system", organizationId, name: "The command line" }, { action: "organization.created", subject: { kind: "organization", id: organizationId, name } });
  });
  return { kind: "made", organizationId };
}
