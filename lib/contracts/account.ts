import { z } from "zod";
import { instant } from "./common";

export const minPasswordLength = 10;
export const maxPasswordLength = 128;

/** As it is typed, spaces and all: what a password holds is nobody's business. */
const givenPassword = z.string().min(1, "must not be empty").max(maxPasswordLength);

export const newPassword = z
  .string()
  .min(minPasswordLength, `must have at least ${minPasswordLength} characters`)
  .max(maxPasswordLength, `must have at most ${maxPasswordLength} characters`);

/** How the signed-in user signs in. */
export const account = z
  .strictObject({
    /** False for who has only ever come by single sign-on. */
    hasPassword: z.boolean(),
    /** Null: signing in asks for no code. */
    secondFactor: z.strictObject({ recoveryCodesLeft: z.number().int() }).nullable(),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof account>;

const session = z
  .strictObject({
    id: z.string(),
    /** Browser and system, as far as they tell: "Firefox on Linux". */
    device: z.string(),
    address: z.string().nullable(),
    createdAt: instant,
    /** To a few minutes. */
    lastUsedAt: instant,
    /** The one that asks. */
    isCurrent: z.boolean(),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

/** This one first, then those used last. */
export const sessionList = z.strictObject({ items: z.array(session), now: instant }).meta({ id: "SessionList" });
export type SessionList = z.infer<typeof sessionList>;

export const bySessionId = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });

export const changePasswordBody = z.strictObject({ currentPassword: givenPassword, newPassword }).meta({ id: "ChangePassword" });
export type ChangePasswordBody = z.infer<typeof changePasswordBody>;

export const passwordBody = z.strictObject({ password: givenPassword }).meta({ id: "Password" });

const recoveryCodesOnce = z.array(z.string());

/** Told this once. */
export const secondFactorKey = z
  .strictObject({
    /** For a QR code: otpauth://totp/… */
    uri: z.string(),
    /** The same key to type, in base 32. */
    key: z.string(),
    /** Each opens a session once, in place of a code. They work once the second factor is confirmed. */
    recoveryCodes: recoveryCodesOnce,
  })
  .meta({ id: "SecondFactorKey" });
export type SecondFactorKey = z.infer<typeof secondFactorKey>;

export const recoveryCodes = z.strictObject({ recoveryCodes: recoveryCodesOnce }).meta({ id: "RecoveryCodes" });

/** The six digits of now; people type them with a space in the middle. */
export const oneTimeCode = z
  .string()
  .transform((code) => code.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{6}$/, "must be the 6 digits your app shows"));

export const confirmSecondFactorBody = z.strictObject({ code: oneTimeCode }).meta({ id: "ConfirmSecondFactor" });
