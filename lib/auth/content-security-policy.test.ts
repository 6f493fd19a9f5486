import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { pagePolicy, sonnerStyleHash } from "./content-security-policy";

const usual = { nonce: "abc", frameAncestors: [], isHttps: true, isDevelopment: false };

describe("the policy of a page", () => {
  it("runs no script that is not ours", () => {
    expect(directive(pagePolicy(usual), "script-src")).toBe("'nonce-abc' 'strict-dynamic'");
  });

  it("lets nobody show it in a frame, or those who may", () => {
    expect(directive(pagePolicy(usual), "frame-ancestors")).toBe("'none'");
    expect(directive(pagePolicy({ ...usual, frameAncestors: ["https://shop.example"] }), "frame-ancestors")).toBe("'self' https://shop.example");
  });

  it("allows the very styles that Sonner brings", () => {
    const source = readFileSync(createRequire(import.meta.url).resolve("sonner").replace(/\.js$/, ".mjs"), "utf8");
    const [, literal = '""'] = /__insertCSS\(("(?:[^"\\]|\\.)*")\);/.exec(source) ?? [];
    const styles: unknown = JSON.parse(literal);
    expect(`sha256-${createHash("sha256").update(String(styles)).digest("base64")}`).toBe(sonnerStyleHash);
  });
});

function directive(policy: string, name: string): string | undefined {
  return policy.split("; ").find((each) => each.startsWith(`${name} `))?.slice(name.length + 1);
}
