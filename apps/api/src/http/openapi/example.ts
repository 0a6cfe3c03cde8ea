import type { Json } from "./json.ts";
import { nameOf, type OpenApiDocument } from "./shape.ts";

interface WithSchemas {
  readonly components: Pick<OpenApiDocument["components"], "schemas">;
}

/** Greater than the depth of anything that is sent; stops schemas that refer to themselves. */
const deepest = 18;

/** A made-up value of a schema of the document, always the same; optional fields are included. */
export function exampleOf(schema: Json, document: WithSchemas, depth = 0): unknown {
  const inner = (part: unknown) => exampleOf(part as Json, document, depth + 1);
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (typeof schema.$ref === "string") {
    return depth > deepest ? null : inner(document.components.schemas[nameOf(schema.$ref)]);
  }
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const variants = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(variants)) return inner(variants[0]);
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...schema.allOf.map(inner));
  switch (schema.type) {
    case "object":
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Json).map(([name, part]) => [name, inner(part)] as const),
      );
    case "array":
      return schema.items === undefined || depth > deepest ? [] : [inner(schema.items)];
    case "integer":
    case "number":
      return Math.max(1, Number(schema.minimum ?? 1));
    case "boolean":
      return true;
    case "string":
      return "text".padEnd(Number(schema.minLength ?? 0), " text");
    default:
      return null;
  }
}
