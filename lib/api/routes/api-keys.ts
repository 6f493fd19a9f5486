import { createApiKey } from "../../commands/create-api-key";
import { revokeApiKey } from "../../commands/revoke-api-key";
import { apiKey, apiKeyList, createApiKeyBody, createdApiKey } from "../../contracts/api-keys";
import { listApiKeys, readApiKey } from "../../reads/api-keys";
import { operation } from "../operation";
import { byId } from "./by-id";

const common = { tag: "API keys", access: "api_key.manage" } as const;

export const apiKeyOperations = [
  operation(
    {
      ...common,
      operationId: "listApiKeys",
      method: "get",
      path: "/api-keys",
      summary: "API keys: who made them, what they may do, when they were used last",
      answer: { status: 200, description: "The keys that still work, newest first, then the others", schema: apiKeyList },
    },
    ({ actor }) => listApiKeys(actor),
  ),
  operation(
    {
      ...common,
      operationId: "createApiKey",
      method: "post",
      path: "/api-keys",
      summary: "Make an API key",
      description: "The token is told this once. Its permission set may hold no permission that you have not.",
      body: createApiKeyBody,
      answer: { status: 201, description: "The key, and its token", schema: createdApiKey },
      problems: ["already_exists"],
    },
    async ({ actor, body }) => {
      const { keyId, token } = await createApiKey(actor, body);
      return { key: await readApiKey(actor.organizationId, keyId), token };
    },
  ),
  operation(
    {
      ...common,
      operationId: "revokeApiKey",
      method: "post",
      path: "/api-keys/{id}/revoke",
      summary: "Revoke an API key for good",
      params: byId,
      answer: { status: 200, description: "The key as it is now", schema: apiKey },
    },
    async ({ actor, params }) => {
      await revokeApiKey(actor, params.id);
      return readApiKey(actor.organizationId, params.id);
    },
  ),
];
