import { isSameDay } from "./time-text";

/** What a group is made of: a message that was sent, or one still on its way. */
export interface GroupableMessage {
  readonly id: string;
  /** Who wrote it: the same text, the same person. */
  readonly author: string;
  readonly createdAt: string;
}

export interface MessageGroup<Item extends GroupableMessage> {
  /** The first message's id. */
  readonly id: string;
  readonly author: string;
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
    if (last && !startsDay && last.author === message.author && at - previousAt < sameBreathMs) {
      groups[groups.length - 1] = { ...last, messages: [...last.messages, message] };
    } else {
      groups.push({ id: message.id, author: message.author, beganAt: at, startsDay, messages: [message] });
    }
    previousAt = at;
  }
  return groups;
}
