import { whoseResetToken } from "../auth/password-reset";
import { database } from "../store/database";

/** Whose password a link sets, for whoever has it; null: it opens nothing any more. */
export async function lookUpResetLink(token: string): Promise<{ readonly email: string } | null> {
  const whose = await whoseResetToken(database(), token);
  return whose && { email: whose.email };
}
