import { api, dataOf } from "@/lib/client/api";
import { problemErrorOf } from "@/lib/client/problem-error";

export type SignInResult = { kind: "signed_in" } | { kind: "needs_code" } | { kind: "refused"; sentence: string };

/** Opens a session; better-auth answers, not our API. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const response = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (response === null) return { kind: "refused", sentence: "The server can't be reached. Check your connection and try again." };
  if (response.ok) return { kind: (await needsCode(response)) ? "needs_code" : "signed_in" };
  return { kind: "refused", sentence: sentenceFor(response.status) };
}

/** The second step: the code of the app, or one for recovery. */
export async function sendCode(code: string, isRecovery: boolean): Promise<SignInResult> {
  const response = await fetch(`/api/auth/two-factor/${isRecovery ? "verify-backup-code" : "verify-totp"}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  }).catch(() => null);
  if (response === null) return { kind: "refused", sentence: "The server can't be reached. Check your connection and try again." };
  if (response.ok) return { kind: "signed_in" };
  return { kind: "refused", sentence: (await problemErrorOf(response)).message };
}

async function needsCode(response: Response): Promise<boolean> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === "object" && body !== null && "needsCode" in body && body.needsCode === true;
}

function sentenceFor(status: number): string {
  // One sentence for both, so that nobody learns which addresses exist.
  if (status === 400 || status === 401 || status === 403 || status === 422) return "This e-mail and password don't match. Check both and try again.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  return "Something went wrong on our side. Try again in a moment.";
}

export function requestPasswordReset(email: string): Promise<{ readonly sentence: string }> {
  return dataOf(api.POST("/api/v1/password-resets", { body: { email } }));
}

export function resetPassword(token: string, newPassword: string): Promise<{ readonly email: string }> {
  return dataOf(api.POST("/api/v1/password-resets/use", { body: { token, newPassword } }));
}
