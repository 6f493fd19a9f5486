import { database, transaction } from "../store/database";
import { acrossOrganizations } from "../store/scope";
import { insertApiKey } from "./insert-api-key";

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
    select: { id: true, permissionSets: { select: { id: true, name: true } } },
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
  const made = await transaction((tx) =>
    insertApiKey(tx, { kind: "system", organizationId: organization.id, name: "The command line" }, { name, permissionSet: set, expiresAt: null }),
  );
  if (made === null) return { kind: "refused", why: `There is an API key ${name} already. Choose another name.` };
  return { kind: "made", token: made.token };
}
