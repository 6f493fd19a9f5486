import { createHash, randomBytes } from "node:crypto";
import { database } from "../store/database";
import { newId } from "../store/new-id";

export interface Visitor {
  readonly id: string;
  readonly customerId: string;
}

/** Somebody on the chat page, by the token of their cookie. Only its hash is kept. */
export async function findVisitor(organizationId: string, token: string | null): Promise<Visitor | null> {
  if (token === null) return null;
  return database().visitor.findFirst({
    where: { organizationId, tokenHash: hashToken(token) },
    select: { id: true, customerId: true },
  });
}

/** @returns the visitor with the token for their cookie. */
export async function createVisitor(organizationId: string, customerId: string): Promise<{ readonly visitor: Visitor; readonly token: string }> {
  const token = randomBytes(32).toString("base64url");
  const visitor = { id: newId(), customerId };
  await database().visitor.create({ data: { organizationId, ...visitor, tokenHash: hashToken(token) }, select: { id: true } });
  return { visitor, token };
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
