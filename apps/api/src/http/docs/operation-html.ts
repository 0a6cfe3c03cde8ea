import { exampleOf } from "../openapi/example.ts";
import type { Json } from "../openapi/json.ts";
import { escaped, inline, words } from "./html.ts";
import { fieldsOf, typeOf } from "./schema-html.ts";
import type { DocsTexts } from "./texts.ts";

/** The document as the page reads it. */
export interface Description {
  readonly info: { readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

interface Written {
  readonly description: Description;
  readonly texts: DocsTexts;
}

export function operationHtml(path: string, method: string, operation: Json, { description, texts }: Written): string {
  const resolve = (part: Json): Json => {
    const [, , kind = "", name = ""] = String(part.$ref ?? "").split("/");
    return description.components[kind]?.[name] ?? part;
  };
  const parameters = ((operation.parameters ?? []) as readonly Json[]).map(resolve);
  const responses = Object.entries(operation.responses as Readonly<Record<string, Json>>).map(
    ([status, response]) => [status, resolve(response)] as const,
  );
  const ways = operation.security as readonly Json[];
  const needsSession = ways.length > 0 && ways.every((way) => Object.keys(way).length > 0);
  const body = bodySchema(operation.requestBody as Json | undefined);
  return `<article id="${operation.operationId}"><h3><span class="method ${method}">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p lang="en"><strong>${inline(String(operation.summary))}.</strong></p>${words(operation.description)}${needsSession ? `<p>${texts.sessionNeeded}</p>` : ""}
${parameters.length > 0 ? `<h4>${texts.sends}</h4>${parametersHtml(parameters, texts)}` : ""}
${body ? `<h4>${texts.body}</h4><p>${typeOf(body, texts)}</p>${fieldsOf(body, texts)}${example(body, { description, texts })}` : ""}
<h4>${texts.answers}</h4>${answersHtml(
    responses.filter(([status]) => Number(status) < 400),
    texts,
  )}
<h4>${texts.refusals}</h4>${refusalsHtml(responses.filter(([status]) => Number(status) >= 400))}
${method === "get" && !needsSession && !path.includes("{") ? `<h4>${texts.tryIt}</h4><pre tabindex="0"><code>curl --compressed ${escaped(description.servers[0]?.url ?? "")}${escaped(path)}</code></pre>` : ""}</article>`;
}

function bodySchema(body: Json | undefined): Json | undefined {
  const content = body?.content as Readonly<Record<string, { readonly schema: Json }>> | undefined;
  return content?.["application/json"]?.schema;
}

function parametersHtml(parameters: readonly Json[], texts: DocsTexts): string {
  const rows = parameters.map(({ name, in: place, required, schema, description }) => {
    const need = required === true ? texts.required : texts.optional;
    return `<dt><code>${escaped(String(name))}</code> <span class="type">${typeOf(schema as Json, texts)}</span> <span class="need">${texts.places[String(place)]}, ${need}</span></dt><dd>${words(description)}</dd>`;
  });
  return `<dl class="fields">${rows.join("")}</dl>`;
}

function answersHtml(responses: readonly (readonly [string, Json])[], texts: DocsTexts): string {
  const rows = responses.map(([status, { description, content, headers }]) => {
    const types = Object.entries((content ?? {}) as Readonly<Record<string, { readonly schema: Json }>>).map(
      ([type, { schema }]) => `<code>${type}</code> ${typeOf(schema, texts)}${fieldsOf(schema, texts)}`,
    );
    const names = Object.keys((headers ?? {}) as Json).map((name) => `<code>${name}</code>`);
    return `<dt>${status} <span class="type">${types.length > 0 ? "" : texts.noBody}</span></dt><dd>${words(description)}${types.join("")}<p>${texts.headers}: ${names.join(", ")}</p></dd>`;
  });
  return `<dl class="fields">${rows.join("")}</dl>`;
}

function refusalsHtml(responses: readonly (readonly [string, Json])[]): string {
  const rows = responses.map(([status, { description }]) => `<dt>${status}</dt><dd>${words(description)}</dd>`);
  return `<dl class="refusals">${rows.join("")}</dl>`;
}

/** What the thing may look like. */
export function example(schema: Json, { description, texts }: Written): string {
  const json = JSON.stringify(exampleOf(schema, description), null, 2);
  return `<details><summary>${texts.example}</summary><pre tabindex="0"><code>${escaped(json)}</code></pre></details>`;
}
