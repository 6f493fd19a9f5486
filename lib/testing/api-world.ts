import { hashPassword } from "better-auth/crypto";
import { app } from "../api/app";
import { formatApiKey, hashSecret, newSecret } from "../auth/api-key";
import { defaultPermissionSets, type DefaultPermissionSet, type Permission } from "../auth/permissions";
import { database } from "../store/database";
import { newId } from "../store/new-id";
import { createAgent, createSmallOrganization, type SmallOrganization } from "./small-organization";

export const testOrigin = "http://kith.test";
export const testPassword = "a-password-for-tests";

/** A small organization with the default permission sets and a key of each. */
export interface ApiWorld extends SmallOrganization {
  readonly slug: string;
  readonly permissionSetIds: Readonly<Record<DefaultPermissionSet, string>>;
  readonly keys: Readonly<Record<DefaultPermissionSet, string>>;
}

export const permissionSetNames = ["Agent", "Manager", "Admin", "Owner"] as const satisfies readonly DefaultPermissionSet[];

export async function createApiWorld(options: Parameters<typeof createSmallOrganization>[0] = {}): Promise<ApiWorld> {
  const organization = await createSmallOrganization(options);
  const { organizationId } = organization;
  const { slug } = await database().organization.findFirstOrThrow({ where: { id: organizationId } });
  // The small organization's own set is its agents'; it becomes the default one of that name.
  await database().permissionSet.update({
    where: { organizationId_id: { organizationId, id: organization.permissionSetId } },
    data: { permissions: [...defaultPermissionSets.Agent], isDefault: true },
  });
  const permissionSetIds = {
    Agent: organization.permissionSetId,
    Manager: await createPermissionSet(organizationId, "Manager", defaultPermissionSets.Manager),
    Admin: await createPermissionSet(organizationId, "Admin", defaultPermissionSets.Admin),
    Owner: await createPermissionSet(organizationId, "Owner", defaultPermissionSets.Owner),
  };
  const keys = {
    Agent: await createKey(organizationId, permissionSetIds.Agent),
    Manager: await createKey(organizationId, permissionSetIds.Manager),
    Admin: await createKey(organizationId, permissionSetIds.Admin),
    Owner: await createKey(organizationId, permissionSetIds.Owner),
  };
  return { ...organization, slug, permissionSetIds, keys };
}

export async function createPermissionSet(organizationId: string, name: string, permissions: readonly Permission[]): Promise<string> {
  const id = newId();
  await database().permissionSet.create({ data: { organizationId, id, name, permissions: [...permissions] } });
  return id;
}

export async function createKey(organizationId: string, permissionSetId: string): Promise<string> {
  const id = newId();
  const secret = newSecret();
  await database().apiKey.create({ data: { organizationId, id, name: `key-${id}`, secretHash: hashSecret(secret), permissionSetId } });
  return formatApiKey({ organizationId, keyId: id, secret });
}

/** Gives a user an identity to sign in with testPassword. @returns their e-mail */
export async function letSignIn(organizationId: string, userId: string): Promise<string> {
  const where = { organizationId_id: { organizationId, id: userId } };
  const { name, email } = await database().user.findFirstOrThrow({ where: { organizationId, id: userId } });
  await database().authUser.create({ data: { id: userId, name, email, organizationId } });
  await database().authAccount.create({
    data: { id: newId(), accountId: userId, userId, providerId: "credential", password: await hashPassword(testPassword) },
  });
  await database().user.update({ where, data: { authUserId: userId } });
  return email;
}

/** An agent who has signed in. */
export async function createSignedInAgent(world: ApiWorld, options: Parameters<typeof createAgent>[1] & { set?: DefaultPermissionSet } = {}): Promise<{ userId: string; cookie: string }> {
  const { organizationId } = world;
  const userId = await createAgent(world, options);
  if (options.set) {
    await database().user.update({ where: { organizationId_id: { organizationId, id: userId } }, data: { permissionSetId: world.permissionSetIds[options.set] } });
  }
  const response = await signIn(await letSignIn(organizationId, userId), testPassword);
  if (response.status !== 200) throw new Error(`signing in answered ${response.status}`);
  return { userId, cookie: cookiesOf(response) };
}

export function signIn(email: string, password: string): Promise<Response> {
  return request("POST", "/api/auth/sign-in/email", { body: { email, password } });
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesOf(response: Response): string {
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

export interface CallOptions {
  readonly key?: string;
  readonly cookie?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request of a page of ours, or of a program with a key. */
export async function request(method: string, path: string, { key, cookie, body, headers = {} }: CallOptions = {}): Promise<Response> {
  return app.request(testOrigin + path, {
    method,
    headers: {
      host: new URL(testOrigin).host,
      ...(key === undefined ? { origin: testOrigin } : { authorization: `Bearer ${key}` }),
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
}

export interface Answer {
  readonly status: number;
  // What a test looks into is what it asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** As request(), below /api/v1, with the answer's JSON read. */
export async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const response = await request(method, `/api/v1${path}`, options);
  return { status: response.status, body: await response.json() };
}

