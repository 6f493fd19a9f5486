import { operation } from "../operation";

export const openApiOperations = [
  operation(
    {
      operationId: "getOpenApiDocument",
      method: "get",
      path: "/openapi.json",
      tag: "Service",
      summary: "This document",
      access: "public",
      answer: { status: 200, description: "The OpenAPI document", contentType: "application/json" },
    },
    async () => {
      // The document lists the operations, of which this is one.
      const { openApiDocument } = await import("../openapi");
      return Response.json(openApiDocument());
    },
  ),
];
