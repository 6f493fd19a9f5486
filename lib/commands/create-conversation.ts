import type { z } from "zod";
import type { Actor } from "../auth/actor";
import { AppError } from "../contracts/app-error";
import type { createConversationBody } from "../contracts/conversations";
import { database } from "../store/database";
import { beginConversation } from "./begin-conversation";
import { openConversation } from "./open-conversation";

type CreateConversation = z.output<typeof createConversationBody>;

/** Who begins a conversation, where the body does not say: a signed-in user for themselves, an API key for the customer. */
export function authorOf(actor: Actor, { author }: Pick<CreateConversation, "author">): "agent" | "customer" {
  return author ?? (actor.kind === "user" ? "agent" : "customer");
}

/** Begins a conversation in the customer's name, or opens one to them. @throws AppError as those two. @returns its id */
export async function createConversation(actor: Actor, body: CreateConversation): Promise<string> {
  const { organizationId } = actor;
  const { channel, subject, tags, language, queueId, text, clientMessageId } = body;
  const customerId = await findCustomerId(organizationId, body.customer);
  const conversation = { customerId, channel, subject: subject ?? null, tags: tags ?? [], language: language ?? null, queueId, text, clientMessageId };
  return authorOf(actor, body) === "agent"
    ? openConversation(actor, conversation)
    : beginConversation({ ...conversation, organizationId, visitorId: null });
}

async function findCustomerId(organizationId: string, customer: CreateConversation["customer"]): Promise<string> {
  const found = await database().customer.findFirst({ where: { organizationId, ...customer }, select: { id: true } });
  if (!found) throw new AppError("not_found", `There is no customer by that ${"id" in customer ? "id" : "email" in customer ? "e-mail" : "external id"}.`);
  return found.id;
}
