import { AppError } from "../contracts/app-error";
import type { ChatConversation } from "../contracts/chat";
import { database } from "../store/database";
import { withinOrganization } from "../store/scope";
import { namesOf } from "./names-of";

const shownMessages = 200;
const chatKey = "chat";

export interface ChatPage {
  readonly organizationId: string;
  readonly organizationName: string;
  /** Whether one can write there now. */
  readonly isOpen: boolean;
}

/** The hosted chat page of an organization, for anybody. @throws AppError `not_found` */
export async function getChatPage(slug: string): Promise<ChatPage> {
  const organization = await database().organization.findFirst({ where: { slug }, select: { id: true, name: true } });
  if (!organization) throw new AppError("not_found", "There is no chat page at this address.");
  const { id: organizationId, name: organizationName } = organization;
  const open = await withinOrganization(organizationId, () => database().channel.count({ where: { organizationId, key: chatKey, isEnabled: true } }));
  return { organizationId, organizationName, isOpen: open > 0 };
}

/** What `work` reads and writes is of the organization of that chat page. @throws AppError `not_found` */
export async function withinChatPage<T>(slug: string, work: (organizationId: string) => Promise<T>): Promise<T> {
  const { organizationId } = await getChatPage(slug);
  return withinOrganization(organizationId, () => work(organizationId));
}

/** The id of the conversation this visitor began last. */
export async function findChatConversationId(organizationId: string, visitorId: string): Promise<string | null> {
  const conversation = await database().conversation.findFirst({
    where: { organizationId, visitorId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return conversation?.id ?? null;
}

/** The conversation this visitor began last, as they may see it: the names of those who answer, and nothing of the desk's inside. */
export async function getChatConversation(organizationId: string, visitorId: string): Promise<ChatConversation | null> {
  const conversation = await database().conversation.findFirst({
    where: { organizationId, visitorId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      state: true,
      assigneeId: true,
      messages: {
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        take: shownMessages,
        select: { id: true, author: true, authorUserId: true, text: true, createdAt: true, clientMessageId: true },
      },
    },
  });
  if (!conversation) return null;
  const { assigneeId } = conversation;
  const names = await namesOf(organizationId, [assigneeId, ...conversation.messages.map(({ authorUserId }) => authorUserId)]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null));
  return {
    id: conversation.id,
    state: conversation.state === "done" ? "done" : assigneeId === null ? "finding" : "with_agent",
    agentName: nameOf(assigneeId),
    messages: conversation.messages.toReversed().map(({ authorUserId, createdAt, ...message }) => ({
      id: message.id,
      author: message.author,
      agentName: nameOf(authorUserId),
      text: message.text,
      createdAt: createdAt.toISOString(),
      clientMessageId: message.clientMessageId,
    })),
  };
}
