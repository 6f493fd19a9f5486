import { describe, expect, test } from "vitest";
import { Peers, sayEveryMs } from "./peers";

const ids = ["a", "b", "c", "d"];
const organizationIds = Array.from({ length: 200 }, (_, index) => `organization ${index}`);

/** All of them have heard each other, on one clock. */
function group(clock: { ms: number }, host = (id: string) => `machine of ${id}`): Map<string, Peers> {
  const all = new Map(ids.map((id) => [id, new Peers({ id, host: host(id) }, () => clock.ms)]));
  for (const peers of all.values()) for (const id of ids) peers.hear({ id, host: host(id) });
  return all;
}

function firstFor(all: ReadonlyMap<string, Peers>, organizationId: string): string[] {
  return [...all].flatMap(([id, peers]) => (peers.isFirstFor(organizationId) ? [id] : []));
}

describe("who looks first", () => {
  test("alone: always this one", () => {
    const alone = new Peers({ id: "a", host: "x" });
    expect(organizationIds.every((id) => alone.isFirstFor(id))).toBe(true);
  });

  test("exactly one of those who know each other, and each for about as many", () => {
    const all = group({ ms: 0 });
    const firsts = organizationIds.map((id) => firstFor(all, id));
    expect(firsts.every((ofOne) => ofOne.length === 1)).toBe(true);
    for (const id of ids) expect(firsts.filter(([first]) => first === id).length).toBeGreaterThan(25);
  });

  test("one that says it goes leaves its organizations to the others, whose own stay", () => {
    const all = group({ ms: 0 });
    const before = new Map(organizationIds.map((id) => [id, firstFor(all, id)[0]]));
    all.delete("b");
    for (const peers of all.values()) peers.hearGone("b");
    for (const [organizationId, first] of before) {
      const now = firstFor(all, organizationId);
      expect(now).toHaveLength(1);
      if (first !== "b") expect(now).toEqual([first]);
    }
  });

  test("one that is not heard for three times its word is forgotten, and new when it is heard again", () => {
    const clock = { ms: 0 };
    const peers = new Peers({ id: "a", host: "x" }, () => clock.ms);
    expect(peers.hear({ id: "b", host: "x" })).toBe(true);
    expect(peers.hear({ id: "b", host: "x" })).toBe(false);
    clock.ms = 3 * sayEveryMs;
    expect(organizationIds.every((id) => peers.isFirstFor(id))).toBe(false);
    clock.ms += 1;
    expect(organizationIds.every((id) => peers.isFirstFor(id))).toBe(true);
    expect(peers.hear({ id: "b", host: "x" })).toBe(true);
  });
});

describe("who shares the machine", () => {
  test("itself, and those of the same host", () => {
    const all = group({ ms: 0 }, (id) => (id === "d" ? "another" : "this one"));
    expect(all.get("a")?.countHere()).toBe(3);
    expect(all.get("d")?.countHere()).toBe(1);
  });

  test("its own word that comes back is not another's", () => {
    const peers = new Peers({ id: "a", host: "x" });
    expect(peers.hear({ id: "a", host: "x" })).toBe(false);
    expect(peers.countHere()).toBe(1);
  });
});
