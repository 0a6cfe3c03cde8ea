import type { z } from "zod";
import type { Contract } from "./contract.ts";
import { freeWords } from "./values.ts";

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
}

/** Every text within `value` that `schema` takes as free words about which the mount asks. */
function wordsIn(schema: z.ZodType, value: unknown): readonly string[] {
  const asked = freeWords.get(schema);
  if (asked !== undefined) return asked.askedBy === "mount" && typeof value === "string" ? [value] : [];
  const { def } = schema as unknown as { def: Definition };
  if (def.innerType !== undefined) return wordsIn(def.innerType, value);
  if (def.options !== undefined) return def.options.flatMap((option) => wordsIn(option, value));
  if (typeof value !== "object" || value === null) return [];
  const { element, valueType } = def;
  if (element !== undefined) return Object.values(value).flatMap((part) => wordsIn(element, part));
  if (valueType !== undefined) return Object.values(value).flatMap((part) => wordsIn(valueType, part));
  const held = value as Readonly<Record<string, unknown>>;
  return Object.entries(def.shape ?? {}).flatMap(([name, part]) => wordsIn(part, held[name]));
}

/**
 * The free words of a request about which whoever mounts the operation asks: all that are not asked about by its act. None, of an operation that
 * cannot be refused so.
 */
export function wordsToAsk({ body: schema, problems }: Contract, body: unknown): readonly string[] {
  if (schema === undefined || problems?.includes("personal-details") !== true) return [];
  return wordsIn(schema, body).filter((text) => text !== "");
}
