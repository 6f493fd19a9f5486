import { expect, test } from "vitest";
import { unseenIds } from "./seen";
import { withCount } from "./title-count";

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString();
const mine = [
  { id: "looked-at", lastMessageAt: at(1) },
  { id: "written-since", lastMessageAt: at(5) },
  { id: "never-looked-at", lastMessageAt: at(0) },
];

test("news is what was never looked at, and what was written since the last look", () => {
  const known = { "looked-at": at(1), "written-since": at(4) };
  expect([...unseenIds(known, mine)]).toEqual(["written-since", "never-looked-at"]);
});

test("on a browser's first visit nothing is news", () => {
  expect(unseenIds(null, mine).size).toBe(0);
});

test("the tab's title carries one count, and none when there is nothing new", () => {
  expect(withCount("Inbox · Kith", 2)).toBe("(2) Inbox · Kith");
  expect(withCount("(2) Inbox · Kith", 3)).toBe("(3) Inbox · Kith");
  expect(withCount("(3) Inbox · Kith", 0)).toBe("Inbox · Kith");
});
