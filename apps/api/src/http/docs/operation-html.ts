import { exampleOf } from "../openapi/example.ts";
import type { Json } from "../openapi/json.ts";
import {
  type Header,
  nameOf,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type Ref,
  type Response,
  resolved,
} from "../openapi/shape.ts";
import { code, documentLanguage, type Html, html, inline, joined, nothing, words } from "./html.ts";
import { fieldsOf, typeOf } from "./schema-html.ts";
import type { DocsTexts } from "./texts.ts";

/** What is shown, and in which language. */
export interface Written {
  readonly description: OpenApiDocument;
  readonly texts: DocsTexts;
}

export function operationHtml(path: string, method: string, operation: Operation, written: Written): Html {
  const { description, texts } = written;
  const parameters = (operation.parameters ?? []).map((each) => resolved(description, "parameters", each));
  const responses = Object.entries(operation.responses).map(([status, each]): Answer => {
    return { status, response: resolved(description, "responses", each) };
  });
  const body = operation.requestBody?.content["application/json"]?.schema;
  const [bytes] = Object.keys(operation.requestBody?.content ?? {}).filter((type) => type !== "application/json");
  const scheme = neededScheme(operation);
  const isTried = method === "get" && scheme === undefined && !path.includes("{");
  return html`<article id="${operation.operationId}"><h3><span class="method ${method}">${method.toUpperCase()}</span> ${code(path)}</h3>
<p lang="${documentLanguage}"><strong>${inline(operation.summary)}.</strong></p>${words(operation.description)}${scheme === undefined ? nothing : html`<p>${texts.needs} <a href="#scheme-${scheme}">${texts.schemes[scheme] ?? scheme}</a>.</p>`}
${parameters.length > 0 ? html`<h4>${texts.sends}</h4>${parametersHtml(parameters, texts)}` : nothing}
${body ? html`<h4>${texts.body}</h4><p>${typeOf(body, texts)}</p>${fieldsOf(body, texts)}${example(body, written)}` : nothing}${bytes ? html`<h4>${texts.body}</h4><p>${code(bytes)}</p>` : nothing}
<h4>${texts.answers}</h4>${answersHtml(
    responses.filter(({ status }) => Number(status) < 400),
    texts,
  )}
<h4>${texts.refusals}</h4>${refusalsHtml(
    responses.filter(({ status }) => Number(status) >= 400),
    texts,
  )}
${isTried ? html`<h4>${texts.tryIt}</h4><pre tabindex="0"><code>curl --compressed ${description.servers[0]?.url ?? ""}${path}</code></pre>` : nothing}</article>`;
}

/** The cookie the operation requires, by the first of its possible names; undefined = none. */
function neededScheme({ security }: Operation): string | undefined {
  const names = security.map((way) => Object.keys(way)[0]);
  return names.every((name) => name !== undefined) ? names[0] : undefined;
}

interface Answer {
  readonly status: string;
  readonly response: Response;
}

function parametersHtml(parameters: readonly Parameter[], texts: DocsTexts): Html {
  const rows = parameters.map(({ name, in: place, required, schema, description }) => {
    const need = required ? texts.required : texts.optional;
    return html`<dt>${code(name)} <span class="type">${typeOf(schema, texts)}</span> <span class="need">${texts.places[place]}, ${need}</span></dt><dd>${words(description)}</dd>`;
  });
  return html`<dl class="fields">${rows}</dl>`;
}

function answersHtml(answers: readonly Answer[], texts: DocsTexts): Html {
  const rows = answers.map(({ status, response }) => {
    const { description, content, headers } = response;
    const types = Object.entries(content ?? {}).map(
      ([type, { schema }]) => html`<p>${code(type)} ${typeOf(schema, texts)}</p>${fieldsOf(schema, texts)}`,
    );
    return html`<dt>${status} <span class="type">${types.length > 0 ? nothing : texts.noBody}</span></dt><dd>${words(description)}${types}${headersHtml(headers, texts)}</dd>`;
  });
  return html`<dl class="fields">${rows}</dl>`;
}

/** The refusals of an operation. Each is a `Problem`; its `details` are shown where the document describes them. */
function refusalsHtml(answers: readonly Answer[], texts: DocsTexts): Html {
  const rows = answers.map(({ status, response }) => {
    const details = Object.values(response.content ?? {})
      .flatMap(({ schema }) => detailsOf(schema))
      .map(([name, schema]) => html`<p>${code(name)} · ${code("details")}: ${typeOf(schema, texts)}</p>`);
    return html`<dt>${status}</dt><dd>${words(response.description)}${details}${headersHtml(response.headers, texts)}</dd>`;
  });
  const problem = html`<a href="#thing-Problem">${code("Problem")}</a>`;
  return html`<p>${texts.eachRefusal} ${code("application/problem+json")} ${problem}.</p><dl class="refusals">${rows}</dl>`;
}

/** For one status: the codes that carry `details`, each with their schema. */
function detailsOf(schema: Json): readonly (readonly [code: string, details: Json])[] {
  const parts = [schema, ...((schema.allOf ?? schema.oneOf ?? []) as readonly Json[])];
  return parts.flatMap((part) => {
    if (part !== schema) return detailsOf(part);
    const { code: name, details } = (part.properties ?? {}) as Readonly<Record<string, Json | undefined>>;
    return details === undefined ? [] : [[String(name?.const), details] as const];
  });
}

function headersHtml(headers: Response["headers"], texts: DocsTexts): Html {
  const names = Object.entries(headers ?? {}).map(([name, header]) => headerLink(name, header));
  return names.length > 0 ? html`<p>${texts.headers}: ${joined(names, ", ")}</p>` : nothing;
}

function headerLink(name: string, header: Header | Ref): Html {
  return "$ref" in header ? html`<a href="#header-${nameOf(header.$ref)}">${code(name)}</a>` : code(name);
}

/** An example of a value of this schema. */
export function example(schema: Json, { description, texts }: Written): Html {
  const json = JSON.stringify(exampleOf(schema, description), null, 2);
  return html`<details><summary>${texts.example}</summary><pre tabindex="0"><code>${json}</code></pre></details>`;
}
