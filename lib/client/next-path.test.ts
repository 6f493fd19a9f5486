import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("nextPath", () => {
  it.each(["/customers", "/customers/1?tab=a#b", "/settings/platform/routing", "/inbox/1?x=//y"])("goes back to %j", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  it.each([
    undefined,
    null,
    "",
    "/",
    "customers",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\n/evil.example",
    "/\t/evil.example",
    "/a\\b",
    "/sign-in?next=/sign-in",
    "/api/auth/sign-out",
  ])("refuses %j", (path) => {
    expect(nextPath(path)).toBe("/inbox");
  });
});
