import { isSameDay } from "./time-text";

/** What a group is made of: a message of either side, or one still on its way. */
export interface GroupableMessage {
  readonly id: string;
  readonly author: "customer" | "agent";
  /** The agent's name; null for the customer and for an API key. */
  readonly agentName: string | null;
  readonly createdAt: string;
}

export interface MessageGroup<Item extends GroupableMessage> {
  /** The first message's id. */
  readonly id: string;
  readonly author: "customer" | "agent";
  readonly agentName: string | null;
  readonly beganAt: number;
  /** Whether another day than the group before: a line with the date goes above it. */
  readonly startsDay: boolean;
  readonly messages: readonly [Item, ...Item[]];
}

/** Later than this after the one before, a message begins a group of its own, with its own time. */
const sameBreathMs = 5 * 60_000;

/** Messages, oldest first, by who wrote them in one go: one name and one time for each group. */
export function messageGroups<Item extends GroupableMessage>(messages: readonly Item[]): MessageGroup<Item>[] {
  const groups: MessageGroup<Item>[] = [];
  let previousAt = Number.NEGATIVE_INFINITY;
  for (const message of messages) {
    const at = Date.parse(message.createdAt);
    const last = groups.at(-1);
    const startsDay = last === undefined || !isSameDay(previousAt, at);
    const isSameAuthor = last?.author === message.author && last.agentName === message.agentName;
    if (last && !startsDay && isSameAuthor && at - previousAt < sameBreathMs) {
      groups[groups.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      const { id, author, agentName } = message;
      groups.push({ id, author, agentName, beganAt: at, startsDay, messages: [message] });
    }
    previousAt = at;
  }
  return groups;
}
