export type SignInResult = { kind: "signed_in" } | { kind: "refused"; sentence: string };

/** Opens a session; better-auth answers, not our API. */
export async function signIn(email: string, password: string): Promise<SignInResult> {
  const response = await fetch("/api/auth/sign-in/email", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  }).catch(() => null);
  if (response === null) return { kind: "refused", sentence: "The server can't be reached. Check your connection and try again." };
  if (response.ok) return { kind: "signed_in" };
  return { kind: "refused", sentence: sentenceFor(response.status) };
}

function sentenceFor(status: number): string {
  // One sentence for both, so that nobody learns which addresses exist.
  if (status === 400 || status === 401 || status === 403 || status === 422) return "This e-mail and password don't match. Check both and try again.";
  if (status === 429) return "Too many attempts. Wait a minute, then try again.";
  return "Something went wrong on our side. Try again in a moment.";
}
