import { z } from "zod";
import { ProblemError } from "@/lib/client/problem-error";

/** What the API says of a set that somebody else saved first. */
const current = z.object({ name: z.string(), permissions: z.array(z.string()), version: z.number().int() });
export type SavedMeanwhile = z.infer<typeof current>;

/** With a refusal because somebody else saved meanwhile: what they saved. */
export function savedMeanwhile(error: unknown): SavedMeanwhile | null {
  if (!(error instanceof ProblemError) || error.code !== "stale_version") return null;
  const parsed = current.safeParse(error.current);
  return parsed.success ? parsed.data : null;
}
