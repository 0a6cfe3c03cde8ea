import type { Json } from "../openapi/json.ts";
import { escaped, words } from "./html.ts";
import type { DocsTexts } from "./texts.ts";

/** What a value may be, on one line; things with a name are links. */
export function typeOf(schema: Json, texts: DocsTexts): string {
  if (typeof schema.$ref === "string") {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return `<a href="#thing-${name}"><code>${name}</code></a>`;
  }
  if (schema.const !== undefined) return `<code>${escaped(JSON.stringify(schema.const))}</code>`;
  if (Array.isArray(schema.enum)) {
    const values = schema.enum.map((value) => `<code>${escaped(String(value))}</code>`).join(", ");
    return schema.enum.length === 1 ? values : `${texts.oneOf} ${values}`;
  }
  const variants = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(variants)) return variants.map((each) => typeOf(each, texts)).join(` ${texts.or} `);
  if (Array.isArray(schema.allOf)) return schema.allOf.map((each) => typeOf(each, texts)).join(" + ");
  if (schema.type === "array")
    return `${texts.listOf} ${typeOf((schema.items ?? {}) as Json, texts)}${size(schema, texts)}`;
  if (schema.type === "object" && schema.properties === undefined && typeof schema.additionalProperties === "object")
    return `${texts.mapOf} ${typeOf(schema.additionalProperties as Json, texts)}`;
  return `<code>${escaped(String(schema.type ?? "any"))}</code>${size(schema, texts)}`;
}

function size(schema: Json, texts: DocsTexts): string {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, format, pattern } = schema;
  const between = (from: unknown, to: unknown, unit = ""): string => {
    if (from === undefined && to === undefined) return "";
    const range =
      from === undefined ? texts.atMost(to) : to === undefined ? texts.atLeast(from) : texts.limits(from, to);
    return `${range} ${unit}`.trim();
  };
  const facts = [
    between(minimum, maximum),
    between(minLength, maxLength, texts.characters),
    between(minItems, maxItems, texts.entries),
    typeof format === "string" ? escaped(format) : "",
    typeof pattern === "string" ? `<code>${escaped(pattern)}</code>` : "",
  ].filter((fact) => fact !== "");
  return facts.length > 0 ? ` (${facts.join(", ")})` : "";
}

/** The fields of a thing, each with its type, whether it is always there, and what it means; fields of nameless parts under their own. */
export function fieldsOf(schema: Json, texts: DocsTexts): string {
  const parts = [schema, ...((schema.allOf ?? []) as readonly Json[])];
  const entries = parts.flatMap((part) => {
    const required = new Set((part.required ?? []) as readonly string[]);
    return Object.entries((part.properties ?? {}) as Readonly<Record<string, Json>>).map(
      ([name, field]) => ({ name, field, isRequired: required.has(name) }) as const,
    );
  });
  if (entries.length === 0) return "";
  const rows = entries.map(({ name, field, isRequired }) => {
    const need = isRequired ? texts.required : texts.optional;
    return `<dt><code>${escaped(name)}</code> <span class="type">${typeOf(field, texts)}</span> <span class="need">${need}</span></dt><dd>${words(field.description)}${within(field, texts)}</dd>`;
  });
  return `<dl class="fields">${rows.join("")}</dl>`;
}

/** Fields of what has no name of its own: an object in a field, in a list, in a map, among alternatives. */
function within(schema: Json, texts: DocsTexts): string {
  if (typeof schema.$ref === "string") return "";
  const inner = [
    schema.items,
    schema.additionalProperties,
    ...((schema.anyOf ?? schema.oneOf ?? []) as readonly Json[]),
  ];
  return (
    fieldsOf(schema, texts) +
    inner.map((each) => (typeof each === "object" && each !== null ? within(each as Json, texts) : "")).join("")
  );
}
