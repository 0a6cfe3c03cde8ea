import type { z } from "zod";
import { allContracts } from "../src/all-contracts.ts";
import { notOneLine } from "../src/values.ts";

export interface Text {
  readonly at: string;
  readonly schema: z.ZodType;
}

/** Every text that a caller may send in this schema, keys of records included. */
function textsIn(schema: z.ZodType, at: string): readonly Text[] {
  const { def } = schema as unknown as { def: Definition };
  // A schema with its own description is a copy; the registry knows the original.
  if (notOneLine.get(schema)?.why) return [{ at, schema }];
  switch (def.type) {
    case "string":
      return [{ at, schema }];
    case "pipe":
      return def.in?.def.type === "string" ? [{ at, schema }] : textsIn(def.in as z.ZodType, at);
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([name, part]) => textsIn(part, `${at}.${name}`));
    case "array":
      return textsIn(def.element as z.ZodType, `${at}[]`);
    case "record":
      return [...textsIn(def.keyType as z.ZodType, `${at}{name}`), ...textsIn(def.valueType as z.ZodType, `${at}{}`)];
    case "union":
      return (def.options ?? []).flatMap((option, place) => textsIn(option, `${at}|${place}`));
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return textsIn(def.innerType as z.ZodType, at);
    case "enum":
    case "literal":
    case "number":
    case "boolean":
    case "undefined":
      return [];
    default:
      throw new Error(`${at}: a ${def.type} is new here; say what it holds`);
  }
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType & { readonly def: Definition };
}

/** Every text that a caller may send to any operation. */
export const allTexts = allContracts.flatMap(({ operationId, params, query, body }) =>
  [params, query, body].flatMap((schema) => (schema === undefined ? [] : textsIn(schema, operationId))),
);
