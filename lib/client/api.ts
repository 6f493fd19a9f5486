import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "@/generated/api";
import { problemErrorOf, unreachable } from "./problem-error";

/** Every failure is thrown as a ProblemError, so that queries and mutations see one kind of error. */
const throwProblems: Middleware = {
  async onResponse({ response }) {
    if (response.status === 401) goToSignIn();
    if (!response.ok) throw await problemErrorOf(response);
  },
  onError: ({ error }) => (error instanceof DOMException && error.name === "AbortError" ? error : unreachable()),
};

/** Our own public API, with the session's cookie. `dataOf(api.GET("/api/v1/me"))`. */
export const api = createClient<paths>({ credentials: "same-origin" });
api.use(throwProblems);

/** The body of a successful call. */
export async function dataOf<Data>(call: Promise<{ data?: Data }>): Promise<Data> {
  const { data } = await call;
  if (data === undefined) throw unreachable();
  return data;
}

/** The session ended meanwhile: after signing in again, the same page. */
function goToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname.startsWith("/sign-in")) return;
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- what was read in the ended session must go
  window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}
