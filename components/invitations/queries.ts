import { api, dataOf } from "@/lib/client/api";

/** Takes up the invitation. @returns the e-mail to sign in with */
export async function acceptInvitation(body: { token: string; name: string; password: string }): Promise<string> {
  return (await dataOf(api.POST("/api/v1/invitations/accept", { body }))).email;
}

/** Opens a session; better-auth answers, not our API. @returns whether it did */
export async function signInAs(email: string, password: string): Promise<boolean> {
  const body = JSON.stringify({ email, password });
  const response = await fetch("/api/auth/sign-in/email", { method: "POST", headers: { "content-type": "application/json" }, body }).catch(() => null);
  return response?.ok ?? false;
}
