import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { requestId, type RequestIdVariables } from "hono/request-id";
import { AppError } from "../contracts/app-error";
import { handleSignIn } from "../auth/sign-in";
import { setAnswerHeaders } from "./answer-headers";
import { countFromAddress, setRateLimitHeaders } from "./count-request";
import { apiPath } from "./operation";
import { operations } from "./operations";
import { problemResponse } from "./problem-response";
import { runOperation } from "./run-operation";

const maxBodyBytes = 64 * 1024;

/** Everything below /api, as one app that answers a Request with a Response; tests call it without a server. */
export const app = new Hono<{ Variables: RequestIdVariables }>();

app.use(requestId());
app.use(async (http, next) => {
  await next();
  setAnswerHeaders(http.res);
  setRateLimitHeaders(http);
});
app.use((http, next) => {
  countFromAddress(http);
  return next();
});
app.use(
  bodyLimit({
    maxSize: maxBodyBytes,
    onError: () => {
      throw new AppError("body_too_large", `A body may have ${maxBodyBytes / 1024} kB at most.`);
    },
  }),
);
app.all("/api/auth/*", (http) => handleSignIn(http.req.raw));
for (const operation of operations) {
  const { method, path } = operation.contract;
  app.on(method.toUpperCase(), honoPath(path), (http) => runOperation(operation, http));
}
app.notFound((http) => {
  const allowed = operations.filter(({ contract }) => pathMatches(contract.path, http.req.path)).map(({ contract }) => contract.method.toUpperCase());
  const error =
    allowed.length > 0
      ? new AppError("method_not_allowed", `This address takes ${allowed.join(", ")}.`)
      : new AppError("not_found", "There is no such address. The list is at /api/v1/openapi.json.");
  const response = problemResponse(error, describe(http.req, http.get("requestId")));
  if (allowed.length > 0) response.headers.set("allow", allowed.join(", "));
  return response;
});
app.onError((error, http) => problemResponse(error, describe(http.req, http.get("requestId"))));

function describe({ method, path }: { readonly method: string; readonly path: string }, id: string) {
  return { id, method, path };
}

function honoPath(path: string): string {
  return apiPath + path.replaceAll(/\{(\w+)\}/g, ":$1");
}

function pathMatches(template: string, path: string): boolean {
  const wanted = (apiPath + template).split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith("{") || part === given[index]);
}
