import { describe, expect, it } from "vitest";
import { givable, lockOf, missingFor, toggled } from "./choice";

const mine = ["customer.read", "customer.write", "customer.dedicated_agent.view", "customer.dedicated_agent.edit", "conversation.move"];

describe("ticking", () => {
  it("brings what is needed, and clears one alone", () => {
    const chosen = toggled([], "customer.dedicated_agent.edit", true);
    expect(chosen).toEqual(["customer.dedicated_agent.edit", "customer.dedicated_agent.view", "customer.read"]);
    expect(toggled(chosen, "customer.dedicated_agent.edit", false)).toEqual(["customer.dedicated_agent.view", "customer.read"]);
  });
});

describe("a lock", () => {
  it.each([
    ["user.manage", [], "You don’t have this yourself, so you can’t give it."],
    ["conversation.move", [], "It needs Conversations: View, which you don’t have."],
    ["customer.read", ["customer.read", "customer.write"], "Comes with Customers: Edit."],
    ["customer.read", ["customer.read", "conversation.read", "conversation.move", "customer.write"], "Comes with Conversations: Move and 1 more."],
    ["customer.read", ["customer.read"], null],
    ["customer.write", [], null],
  ] as const)("of %s with %j: %s", (permission, chosen, expected) => {
    expect(lockOf(permission, chosen, mine)).toBe(expected);
  });
});

it("gives no more than one has", () => {
  expect(givable(["customer.read", "conversation.move", "user.manage", "strange"], mine)).toEqual(["customer.read"]);
  expect(missingFor(["customer.read", "user.manage"], mine)).toEqual(["People: Manage users"]);
});
