import { AppError } from "../contracts/app-error";
import { countRequest, forgetRequests } from "./rate-limit";

const perPassword = { max: 10, windowSeconds: 300 };
/** A code is good for 90 s: 30 before and after its own. */
const perCode = { max: 1, windowSeconds: 120 };
const codesPerUser = { max: 10, windowSeconds: 300 };

/** Whoever sits at somebody's open browser can't try passwords there. @throws AppError `too_many_requests` */
export async function limitPasswordAttempts<T>(authUserId: string, work: () => Promise<T>): Promise<T> {
  const key = `password-again:${authUserId}`;
  await countRequest(key, perPassword);
  const result = await work();
  await forgetRequests(key);
  return result;
}

/** One code opens one door once: who has looked over a shoulder comes too late. @throws AppError `too_many_requests` */
export async function limitCodeAttempts(authUserId: string, code: string): Promise<void> {
  await countRequest(`second-factor:${authUserId}`, codesPerUser);
  try {
    await countRequest(`second-factor-code:${authUserId}:${code}`, perCode);
  } catch (error) {
    if (error instanceof AppError && error.code === "too_many_requests") throw new AppError("too_many_requests", "That code has been tried already. Wait for the next one.");
    throw error;
  }
}

export function forgetCodeAttempts(authUserId: string): Promise<void> {
  return forgetRequests(`second-factor:${authUserId}`);
}
