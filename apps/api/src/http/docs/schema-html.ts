import type { Json } from "../openapi/json.ts";
import { nameOf } from "../openapi/shape.ts";
import { code, type Html, html, joined, nothing, words } from "./html.ts";
import type { DocsTexts } from "./texts.ts";

/** What a value may be, on one line; named schemas are links. */
export function typeOf(schema: Json, texts: DocsTexts): Html {
  if (typeof schema.$ref === "string") {
    const name = nameOf(schema.$ref);
    return html`<a href="#thing-${name}">${code(name)}</a>`;
  }
  if (schema.const !== undefined) return code(JSON.stringify(schema.const));
  if (Array.isArray(schema.enum)) {
    const values = joined(schema.enum.map(code), ", ");
    return schema.enum.length === 1 ? values : html`${texts.oneOf} ${values}`;
  }
  const variants = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(variants))
    return joined(
      variants.map((each) => typeOf(each, texts)),
      ` ${texts.or} `,
    );
  if (Array.isArray(schema.allOf))
    return joined(
      schema.allOf.map((each) => typeOf(each, texts)),
      " + ",
    );
  if (schema.type === "array")
    return html`${texts.listOf} ${typeOf((schema.items ?? {}) as Json, texts)}${size(schema, texts)}`;
  if (schema.type === "object" && schema.properties === undefined && typeof schema.additionalProperties === "object")
    return html`${texts.mapOf} ${typeOf(schema.additionalProperties as Json, texts)}`;
  return html`${code(schema.type ?? "any")}${size(schema, texts)}`;
}

function size(schema: Json, texts: DocsTexts): Html {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, format, pattern } = schema;
  const between = (from: unknown, to: unknown, unit = ""): readonly string[] => {
    if (from === undefined && to === undefined) return [];
    const range =
      from === undefined ? texts.atMost(to) : to === undefined ? texts.atLeast(from) : texts.limits(from, to);
    return [`${range} ${unit}`.trim()];
  };
  const facts = [
    ...between(minimum, maximum),
    ...between(minLength, maxLength, texts.characters),
    ...between(minItems, maxItems, texts.entries),
    ...(typeof format === "string" ? [format] : []),
  ].map((fact) => html`${fact}`);
  const all = typeof pattern === "string" ? [...facts, code(pattern)] : facts;
  return all.length > 0 ? html` (${joined(all, ", ")})` : nothing;
}

/** The fields of an object: type, whether required, and meaning; fields of nameless objects are listed below their own. */
export function fieldsOf(schema: Json, texts: DocsTexts): Html {
  const parts = [schema, ...((schema.allOf ?? []) as readonly Json[])];
  const entries = parts.flatMap((part) => {
    const required = new Set((part.required ?? []) as readonly string[]);
    return Object.entries((part.properties ?? {}) as Readonly<Record<string, Json>>).map(
      ([name, field]) => ({ name, field, isRequired: required.has(name) }) as const,
    );
  });
  if (entries.length === 0) return nothing;
  const rows = entries.map(({ name, field, isRequired }) => {
    const need = isRequired ? texts.required : texts.optional;
    return html`<dt>${code(name)} <span class="type">${typeOf(field, texts)}</span> <span class="need">${need}</span></dt><dd>${words(field.description)}${within(field, texts)}</dd>`;
  });
  return html`<dl class="fields">${rows}</dl>`;
}

/** Fields of an object without a name, wherever it stands: in a field, a list, a map or a union. */
function within(schema: Json, texts: DocsTexts): Html {
  if (typeof schema.$ref === "string") return nothing;
  const inner = [
    schema.items,
    schema.additionalProperties,
    ...((schema.anyOf ?? schema.oneOf ?? []) as readonly Json[]),
  ];
  const parts = inner.filter((each) => typeof each === "object" && each !== null) as readonly Json[];
  return html`${fieldsOf(schema, texts)}${parts.map((each) => within(each, texts))}`;
}
