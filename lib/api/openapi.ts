import { z } from "zod";
import { permissions } from "../auth/permissions";
import { problem, problemTypes, type ProblemCode } from "../contracts/problem";
import packageJson from "../../package.json" with { type: "json" };
import { JsonSchemas } from "./json-schemas";
import { apiPath, type Contract, type Tag } from "./operation";
import { operations } from "./operations";

/** The groups that the document shows its operations in. */
const tags = {
  Me: "The signed-in user or the API key.",
  Account: "How whoever is signed in signs in: password, second factor, sessions.",
  Users: "The people of the organization, their teams, status and load.",
  Customers: "The people who write in, and their dedicated agents.",
  Conversations: "Conversations, what is done with them, and why each is where it is.",
  "Routing settings": "How conversations are routed.",
  Queues: "Where conversations stand in line, and the rules that choose.",
  Teams: "Agents with a routing profile: the queues they serve, and their capacity.",
  Channels: "Where customers write in.",
  "API keys": "What integrations sign in with.",
  "Audit log": "Who changed what.",
  Setup: "What a new organization does first.",
  Events: "Which things change, live.",
  "Chat page": "The hosted page where customers write. Open to everybody; a visitor is known by a cookie.",
  Service: "About this server.",
} as const satisfies Record<Tag, string>;

/** The OpenAPI 3.1 document of /api/v1, from the contracts alone; it needs no database. */
export function openApiDocument(): object {
  const schemas = new JsonSchemas();
  const problemContent = { "application/problem+json": { schema: schemas.add(problem, "output") } };
  const paths: Record<string, Record<string, object>> = {};
  for (const { contract } of operations) {
    (paths[apiPath + contract.path] ??= {})[contract.method] = describeOperation(contract, schemas, problemContent);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Kith",
      version: packageJson.version,
      description: "The same API that Kith's own screens use. Everything belongs to the organization of the session or the API key.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "This server" }],
    security: [{ apiKey: [] }, { session: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key, made with npm run api-key." },
        session: { type: "apiKey", in: "cookie", name: "kith.session_token", description: "The cookie that signing in sets." },
      },
      schemas: schemas.components(),
    },
  };
}

function describeOperation(contract: Contract, schemas: JsonSchemas, problemContent: object): object {
  const { operationId, summary, tag, access, body, answer } = contract;
  const needed = typeof access === "object" ? access.either : [access];
  const notes = [
    contract.description ?? "",
    ...needed.flatMap((name) => (name === "public" || name === "signed_in" ? [] : [`Needs \`${name}\`: ${permissions[name]}`])),
  ];
  const content = "schema" in answer ? { "application/json": { schema: schemas.add(answer.schema, "output") } } : { [answer.contentType]: { schema: { type: "string" } } };
  return {
    operationId,
    summary,
    description: notes.filter(Boolean).join("\n\n") || summary,
    tags: [tag],
    ...(access === "public" && { security: [] }),
    parameters: [...parametersOf(contract.params, "path", schemas), ...parametersOf(contract.query, "query", schemas)],
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: schemas.add(body, "input") } } } }),
    responses: {
      [answer.status]: { description: answer.description, content },
      ...problemResponses(problemsOf(contract), problemContent),
    },
  };
}

function parametersOf(object: z.ZodObject | undefined, place: "path" | "query", schemas: JsonSchemas): object[] {
  return Object.entries(object?.shape ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schemas.add(schema, "output");
    const isRequired = place === "path" || !z.safeParse(schema, undefined).success;
    return { name, in: place, required: isRequired, ...(description ? { description } : {}), schema: rest };
  });
}

function problemsOf({ access, params, query, body, problems = [] }: Contract): ProblemCode[] {
  return [
    ...(body ? (["bad_request", "body_too_large", "unsupported_media_type"] as const) : []),
    ...(body || query ? (["validation_failed"] as const) : []),
    ...(access === "public" ? [] : (["not_signed_in"] as const)),
    ...(access === "public" || access === "signed_in" ? [] : (["forbidden"] as const)),
    ...(params ? (["not_found"] as const) : []),
    ...problems,
  ];
}

function problemResponses(codes: readonly ProblemCode[], content: object): Record<string, object> {
  const byStatus: Record<string, ProblemCode[]> = {};
  for (const code of new Set(codes)) (byStatus[problemTypes[code].status] ??= []).push(code);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, some]) => [
      status,
      { description: some.map((code) => `\`${code}\`: ${problemTypes[code].title}.`).join(" "), content },
    ]),
  );
}
