import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

const stringFormats = new Set(["uuid", "email", "date-time"]);

/**
 * Collects zod schemas as JSON Schema (2020-12, as OpenAPI 3.1 takes it). Those with an id become components, once
 * each; zod's own converter is used, because it says "this or null" of a component rightly.
 */
export class JsonSchemas {
  readonly #components = new Map<string, JsonSchema>();

  /** @returns a reference to the component, or the schema itself when it has no id. */
  add(schema: z.core.$ZodType, io: "input" | "output"): JsonSchema {
    const { $schema: _, $defs = {}, ...root } = toJsonSchema(schema, io);
    for (const [name, definition] of Object.entries($defs)) this.#keep(name, definition);
    if (typeof root.id !== "string") return root;
    const { id, ...definition } = root;
    this.#keep(id, definition);
    return { $ref: `#/components/schemas/${id}` };
  }

  /** All components by name, in alphabetical order. */
  components(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keep(name: string, definition: JsonSchema): void {
    const { id: _, ...rest } = definition;
    const kept = this.#components.get(name);
    if (kept && JSON.stringify(kept) !== JSON.stringify(rest)) throw new Error(`${name} is the id of two different schemas`);
    this.#components.set(name, rest);
  }
}

function toJsonSchema(schema: z.core.$ZodType, io: "input" | "output"): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      // The format says it; its pattern is long.
      if (stringFormats.has(jsonSchema.format ?? "")) delete jsonSchema.pattern;
    },
  });
  return withComponentReferences(made);
}

function withComponentReferences(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  const parsed: JsonSchema = JSON.parse(text);
  return parsed;
}
