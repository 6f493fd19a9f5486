import { randomBytes } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { pagePolicy } from "@/lib/auth/content-security-policy";
import { publicOrigin } from "@/lib/auth/environment";
import { findChatFrameOrigins } from "@/lib/reads/chat-frame";

/** Gives every page its policy, with a nonce that Next puts on the scripts it writes. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  if (request.method !== "GET" && request.method !== "HEAD") return new NextResponse(null, { status: 405, headers: { allow: "GET, HEAD" } });
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy({
    nonce,
    frameAncestors: await frameAncestorsOf(request.nextUrl.pathname),
    isHttps: publicOrigin()?.startsWith("https:") ?? false,
    isDevelopment: process.env.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** All but the API, which sets its own, and files. */
export const config = { matcher: "/((?!api/|_next/static/|icon\\.svg$).*)" };

/** Only the chat page is ever shown in others' pages. */
async function frameAncestorsOf(path: string): Promise<readonly string[]> {
  const slug = /^\/chat\/([a-z0-9-]{1,63})$/.exec(path)?.[1];
  return slug === undefined ? [] : findChatFrameOrigins(slug);
}
