import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { componentRef, type Json, withRefs } from "./json.ts";

/** The named schemas of requests and responses, collected while the operations are described. */
export interface Schemas {
  /** The schema for the document; a named one is a reference to its component. `io`: sent by a caller (`input`) or returned (`output`). */
  of(schema: z.ZodType, io: "input" | "output"): Json;
  readonly components: Readonly<Record<string, Json>>;
}

export function collectSchemas(): Schemas {
  const components: Record<string, Json> = {};
  const add = (name: string, schema: Json) => {
    const known = components[name];
    if (known !== undefined && !isDeepStrictEqual(known, schema)) throw new Error(`Two schemas are named ${name}`);
    components[name] = schema;
  };
  const known = { input: new Map<z.ZodType, Json>(), output: new Map<z.ZodType, Json>() };
  return {
    components,
    of(schema, io) {
      const before = known[io].get(schema);
      if (before !== undefined) return before;
      // Wrapped in an object, because zod writes out the outermost schema even if it has a name.
      const { $defs = {}, properties = {} } = z.toJSONSchema(z.object({ it: schema }), {
        io,
        unrepresentable: "any",
        override: ({ zodSchema, jsonSchema }) => tidy(zodSchema, jsonSchema as Record<string, unknown>),
      });
      const toComponent = (ref: string) => ref.replace("#/$defs/", componentRef(""));
      for (const [name, part] of Object.entries($defs)) add(name, withRefs(part, toComponent) as Json);
      const made = withRefs(properties.it, toComponent) as Json;
      known[io].set(schema, made);
      return made;
    },
  };
}

const formatsThatSayAll = new Set(["date-time", "uuid"]);

/** Removes what zod writes for its own use, and adds what it cannot know. */
function tidy(schema: z.core.$ZodTypes, json: Record<string, unknown>): void {
  // `readonly` concerns only our own code; a caller may send the list.
  delete json.readOnly;
  if (formatsThatSayAll.has(String(json.format))) delete json.pattern;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  // A reply may have more fields in a later version; a request with unknown ones is refused.
  if (schema._zod.def.type === "object" && schema._zod.def.catchall === undefined) delete json.additionalProperties;
  const written = json.written;
  if (typeof written !== "object") return;
  const { description } = json;
  for (const key of Object.keys(json)) delete json[key];
  Object.assign(json, written, description !== undefined && { description });
}
