import { dataPolicy } from "../auth/content-security-policy";

/** What every answer of the API says to browsers: it is data, for this site alone, and stays in no cache. */
const headers = {
  // What one person may see must not stay in a cache between them and the next.
  "cache-control": "no-store",
  "content-security-policy": dataPolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
} as const satisfies Record<string, string>;

/** Leaves alone what an answer says itself. */
export function setAnswerHeaders(response: Response): void {
  for (const [name, value] of Object.entries(headers)) {
    if (!response.headers.has(name)) response.headers.set(name, value);
  }
}
