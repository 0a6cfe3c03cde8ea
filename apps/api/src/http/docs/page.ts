import { type Language, languageFacts, languages } from "@avances/domain/catalogue";
import { type OpenApiDocument, resolved } from "../openapi/shape.ts";
import { code, documentLanguage, type Html, html, nothing, words } from "./html.ts";
import { example, operationHtml, type Written } from "./operation-html.ts";
import { fieldsOf, typeOf } from "./schema-html.ts";
import { docsTexts } from "./texts.ts";

/** Address of the page: `/docs` in the document's own language, every other language below it. */
export function docsAddress(language: Language): string {
  return language === documentLanguage ? "/docs" : `/docs/${language}`;
}

/** The API description as a page for people: plain HTML, in one language. */
export function docsPage(description: OpenApiDocument, language: Language): string {
  const written: Written = { description, texts: docsTexts[language] };
  const { texts } = written;
  const others = languages.filter((each) => each !== language);
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = description.tags.map(({ name, description: about }) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(name));
    const articles = own.map(({ path, method, operation }) => operationHtml(path, method, operation, written));
    return html`<section id="${name}"><h2>${texts.tags[name] ?? name}</h2>${words(about)}${articles}</section>`;
  });
  const links = [
    ["about", texts.about] as const,
    ["access", texts.access] as const,
    ...description.tags.map(({ name }) => [name, texts.tags[name] ?? name] as const),
    ["things", texts.things] as const,
    ["headers", texts.answerHeaders] as const,
  ].map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Avances: ${texts.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${others.map(
  (other) => html`<link rel="alternate" hreflang="${other}" href="${docsAddress(other)}">
`,
)}<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#main">${texts.skip}</a>
<header><p class="brand"><a href="/${language}">Avances</a>${others.map((other) => html` <a class="language" href="${docsAddress(other)}" lang="${other}" hreflang="${other}">${languageFacts[other].name}</a>`)}</p><h1>${texts.title}</h1>
<p>${texts.lead} ${texts.machine}: <a href="/openapi.json">openapi.json</a>.</p>${texts.inEnglish === "" ? nothing : html`<p>${texts.inEnglish}</p>`}</header>
<div class="columns"><nav aria-label="${texts.navigation}"><ul>${links}</ul></nav>
<main id="main"><section id="about"><h2>${texts.about}</h2>${words(description.info.description)}</section>
<section id="access"><h2>${texts.access}</h2><p>${texts.accessLead}</p>${schemes(written)}</section>${sections}
<section id="things"><h2>${texts.things}</h2><p>${texts.thingsLead}</p>${things(written)}</section>
<section id="headers"><h2>${texts.answerHeaders}</h2><p>${texts.answerHeadersLead}</p>${headers(written)}</section></main></div>
</body>
</html>
`.text;
}

/** The cookies that identify a caller. */
function schemes({ description, texts }: Written): Html {
  const rows = Object.entries(description.components.securitySchemes).map(
    ([id, { name, description: about }]) =>
      html`<dt id="scheme-${id}">${code(name)} <span class="need">${texts.places.cookie}</span></dt><dd>${words(about)}</dd>`,
  );
  return html`<dl class="fields">${rows}</dl>`;
}

function things(written: Written): Html {
  const { description, texts } = written;
  const articles = Object.entries(description.components.schemas).map(([name, schema]) => {
    const fields = fieldsOf(schema, texts);
    const type = fields === nothing ? html`<p>${typeOf(schema, texts)}</p>` : nothing;
    // The catalogue is its own example.
    const shown = name.startsWith("Catalogue") ? nothing : example(schema, written);
    return html`<article id="thing-${name}"><h3>${code(name)}</h3>${words(schema.description)}${type}${fields}${shown}</article>`;
  });
  return html`${articles}`;
}

/** Response headers under the names by which responses refer to them; one header may have two meanings. */
function headers({ description, texts }: Written): Html {
  const names = namesOfHeaders(description);
  const rows = Object.entries(description.components.headers).map(
    ([id, { schema, required, description: about }]) =>
      html`<dt id="header-${id}">${code(names.get(id) ?? id)} <span class="type">${typeOf(schema, texts)}</span> <span class="need">${required ? texts.required : texts.optional}</span></dt><dd>${words(about)}</dd>`,
  );
  return html`<dl class="fields">${rows}</dl>`;
}

/** `CacheControl` → `Cache-Control`, as responses write it. */
function namesOfHeaders(description: OpenApiDocument): ReadonlyMap<string, string> {
  const operations = Object.values(description.paths).flatMap((methods) => Object.values(methods));
  const responses = operations.flatMap((operation) => Object.values(operation.responses));
  return new Map(
    [...responses, ...Object.values(description.components.responses)].flatMap((each) =>
      Object.entries(resolved(description, "responses", each).headers ?? {}).flatMap(([name, header]) =>
        "$ref" in header ? [[header.$ref.replace("#/components/headers/", ""), name] as const] : [],
      ),
    ),
  );
}
