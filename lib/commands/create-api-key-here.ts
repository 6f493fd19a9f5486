import { formatApiKey, hashSecret, newSecret } from "../auth/api-key";
import { database, transaction } from "../store/database";
import { newId } from "../store/new-id";
import { acrossOrganizations } from "../store/scope";
import { recordAudit } from "./record-audit";

interface NewApiKey {
  readonly organizationSlug: string;
  readonly name: string;
  readonly permissionSetName: string;
}

/** `token` is told once: only its hash is kept. */
export type ApiKeyResult = { readonly kind: "made"; readonly token: string } | { readonly kind: "refused"; readonly why: string };

/** Makes an API key of any organization, with any of its permission sets: for whoever has the machine. */
export function createApiKeyHere(key: NewApiKey): Promise<ApiKeyResult> {
  // Asked for on the machine itself, by whoever may read the database's password.
  return acrossOrganizations(() => create(key));
}

async function create({ organizationSlug, name, permissionSetName }: NewApiKey): Promise<ApiKeyResult> {
  const organization = await database().organization.findFirst({
    where: { slug: organizationSlug },
    select: { id: true, permissionSets: { select: { id: true, name: true } }, apiKeys: { where: { name }, select: { id: true } } },
  });
  if (!organization) {
    const slugs = (await database().organization.findMany({ select: { slug: true }, orderBy: { slug: "asc" }, take: 20 })).map(({ slug }) => slug);
    return { kind: "refused", why: `There is no organization ${organizationSlug}. There is: ${slugs.join(", ") || "none"}.` };
  }
  const set = organization.permissionSets.find((each) => each.name.toLowerCase() === permissionSetName.toLowerCase());
  if (!set) {
    const names = organization.permissionSets.map((each) => each.name).sort();
    return { kind: "refused", why: `There is no permission set ${permissionSetName}. There is: ${names.join(", ")}.` };
  }
  if (organization.apiKeys.length > 0) return { kind: "refused", why: `There is an API key ${name} already. Choose another name.` };
  const secret = newSecret();
  const keyId = newId();
  const organizationId = organization.id;
  await transaction(async (tx) => {
    await tx.apiKey.create({ data: { organizationId, id: keyId, name, secretHash: hashSecret(secret), permissionSetId: set.id }, select: { id: true } });
    await recordAudit(tx, { kind: "system", organizationId, name: "The command line" }, {
      action: "api_key.created",
      subject: { kind: "api_key", id: keyId, name },
      changes: [{ field: "permission set", from: null, to: set.name }],
    });
  });
  return { kind: "made", token: formatApiKey({ organizationId, keyId, secret }) };
}
