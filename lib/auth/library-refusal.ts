import { isAPIError } from "better-auth/api";
import { AppError, badField } from "../contracts/app-error";

/** In which field of ours each of better-auth's inputs was given. */
interface Fields {
  readonly password?: string;
  readonly code?: string;
}

/** What better-auth refuses in the words of our API. What we did not expect it to refuse is a fault of ours. */
export async function withRefusals<T>(fields: Fields, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw refusalOf(error, fields) ?? error;
  }
}

function refusalOf(error: unknown, { password = "password", code = "code" }: Fields): AppError | null {
  if (!isAPIError(error)) return null;
  switch (error.body?.code) {
    case "INVALID_PASSWORD":
      return badField(password, "is not right");
    case "INVALID_CODE":
      return badField(code, "is not right. Type the one your app shows now");
    case "CREDENTIAL_ACCOUNT_NOT_FOUND":
      return new AppError("conflict", "You have no password here: you sign in with single sign-on.");
    case "TOTP_ALREADY_ENABLED":
      return new AppError("conflict", "Your second factor is on already. Switch it off first to set up another.");
    case "TOTP_NOT_ENABLED":
    case "TWO_FACTOR_NOT_ENABLED":
      return new AppError("conflict", "Your second factor is off. Set it up first.");
    default:
      return null;
  }
}
