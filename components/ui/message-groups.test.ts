import { expect, test } from "vitest";
import { messageGroups } from "./message-groups";

const at = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).toISOString();
const by = (author: string) => (id: string, createdAt: string) => ({ id, author, createdAt });
const customer = by("customer");
const ann = by("Ann");
const ben = by("Ben");

test("what one person writes in one go is one group", () => {
  const groups = messageGroups([customer("1", at(22, 9, 0)), customer("2", at(22, 9, 4)), ann("3", at(22, 9, 5))]);
  expect(groups.map((group) => group.messages.map((message) => message.id))).toEqual([["1", "2"], ["3"]]);
});

test("two people are two groups", () => {
  expect(messageGroups([ann("1", at(22, 9, 0)), ben("2", at(22, 9, 0))])).toHaveLength(2);
});

test("a pause begins a new group, a new day a line with its date", () => {
  const groups = messageGroups([customer("1", at(21, 23, 58)), customer("2", at(22, 0, 1)), customer("3", at(22, 0, 6))]);
  expect(groups.map((group) => group.startsDay)).toEqual([true, true, false]);
});
