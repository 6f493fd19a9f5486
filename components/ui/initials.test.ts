import { describe, expect, it } from "vitest";
import { hueOf, initials } from "./initials";

describe("initials", () => {
  it.each([
    ["Ana Souza", "AS"],
    ["  Ana  Maria de Souza ", "AS"],
    ["Cher", "C"],
    ["émile zola", "ÉZ"],
    ["𝒜da Lovelace", "𝒜L"],
    ["", "?"],
  ])("of %j are %j", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe("hueOf", () => {
  it("is the same for the same text, and within the circle", () => {
    expect(hueOf("0190-a")).toBe(hueOf("0190-a"));
    for (const text of ["", "a", "Ana Souza", "💬"]) {
      expect(hueOf(text)).toBeGreaterThanOrEqual(0);
      expect(hueOf(text)).toBeLessThan(360);
    }
  });

  it("differs for names that differ by one letter", () => {
    expect(hueOf("Ana")).not.toBe(hueOf("Anb"));
  });
});
