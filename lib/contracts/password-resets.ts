import { z } from "zod";
import { newPassword } from "./account";
import { email, instant } from "./common";

export const requestPasswordResetBody = z.strictObject({ email }).meta({ id: "RequestPasswordReset" });

/** The same for every address: whether somebody has an account is nobody's business. */
export const requestedPasswordReset = z.strictObject({ sentence: z.string() }).meta({ id: "RequestedPasswordReset" });

/** The one time that the link is told: only its hash is kept. */
export const passwordResetLink = z.strictObject({ link: z.string(), expiresAt: instant }).meta({ id: "PasswordResetLink" });

export const resetPasswordBody = z.strictObject({ token: z.string().max(100), newPassword }).meta({ id: "ResetPassword" });
export type ResetPasswordBody = z.output<typeof resetPasswordBody>;

/** With what one signs in now. */
export const passwordWasReset = z.strictObject({ email: z.string() }).meta({ id: "PasswordWasReset" });
