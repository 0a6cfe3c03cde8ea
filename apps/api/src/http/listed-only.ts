import type { z } from "zod";

type Copy = (value: unknown) => unknown;

/** Copies nothing: the value has no fields, or its fields cannot carry anything unlisted. */
const asIs: Copy = (value) => value;

/** Values of these kinds have no fields, so they cannot carry anything unlisted. */
const plainKinds = new Set(["string", "number", "int", "boolean", "enum", "literal", "null"]);

/**
 * Gives a reply with the fields that its schema lists and without all others, so that a new column of a table is never sent by
 * accident: the same object when it has no others, which costs a fifth of a copy. Values are not checked: the tests do that for every reply (`checkReplies`), and checking sixty answers again for each
 * reader would cost more than reading them. Kinds of schema that are not handled here are parsed by zod. The returned function throws when
 * the schema expects an object, a list or a map and the value is something else.
 */
export function listedOnly(schema: z.ZodType): Copy {
  const { def } = schema._zod as unknown as { def: Definition };
  switch (def.type) {
    case "object":
      return def.catchall === undefined || def.catchall._zod.def.type === "never"
        ? ofObject(def.shape)
        : (value) => schema.parse(value);
    case "array":
      return ofArray(listedOnly(def.element));
    case "record":
      return ofRecord(listedOnly(def.valueType));
    case "nullable":
    case "optional":
    case "readonly":
      return orNothing(listedOnly(def.innerType));
    case "union":
      return def.discriminator === undefined ? (value) => schema.parse(value) : ofUnion(def.discriminator, def.options);
    default:
      return plainKinds.has(def.type) ? asIs : (value) => schema.parse(value);
  }
}

/** The internal fields of a zod schema that are read here. */
interface Definition {
  readonly type: string;
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly catchall?: z.ZodType;
  readonly element: z.ZodType;
  readonly valueType: z.ZodType;
  readonly innerType: z.ZodType;
  readonly discriminator?: string;
  readonly options: readonly z.ZodObject[];
}

function ofObject(shape: Readonly<Record<string, z.ZodType>>): Copy {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, copyOf: listedOnly(schema) }));
  const names = new Set(fields.map(({ name }) => name));
  const inner = fields.filter(({ copyOf }) => copyOf !== asIs);

  function isListed(given: Readonly<Record<string, unknown>>): boolean {
    for (const name in given) if (!names.has(name)) return false;
    for (const { name, copyOf } of inner) {
      const field = given[name];
      if (field !== undefined && copyOf(field) !== field) return false;
    }
    return true;
  }
  return (value) => {
    const given = fieldsOf(value);
    if (isListed(given)) return given;
    const copy: Record<string, unknown> = {};
    for (const { name, copyOf } of fields) {
      const field = given[name];
      if (field !== undefined) copy[name] = copyOf === asIs ? field : copyOf(field);
    }
    return copy;
  };
}

function ofArray(copyOf: Copy): Copy {
  return (value) => {
    if (!Array.isArray(value)) throw new Error("A reply has no list where one is listed");
    if (copyOf === asIs) return value;
    return value.every((one) => copyOf(one) === one) ? value : value.map(copyOf);
  };
}

function ofRecord(copyOf: Copy): Copy {
  return (value) => {
    const given = fieldsOf(value);
    if (copyOf === asIs || Object.values(given).every((one) => copyOf(one) === one)) return given;
    const copy: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(given)) copy[name] = copyOf(field);
    return copy;
  };
}

function ofUnion(discriminator: string, options: readonly z.ZodObject[]): Copy {
  const copies = new Map(
    options.map((option) => {
      const kind = option.shape[discriminator]?._zod.values?.values().next().value;
      return [kind as unknown, listedOnly(option)] as const;
    }),
  );
  return (value) => {
    const copyOf = copies.get(fieldsOf(value)[discriminator]);
    if (copyOf === undefined) throw new Error("A reply has a variant that is not listed");
    return copyOf(value);
  };
}

function orNothing(copyOf: Copy): Copy {
  if (copyOf === asIs) return asIs;
  return (value) => (value === null || value === undefined ? value : copyOf(value));
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw new Error("A reply has no fields where some are listed");
  return value as Readonly<Record<string, unknown>>;
}
