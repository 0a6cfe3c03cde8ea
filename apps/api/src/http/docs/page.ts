import type { Language } from "@avances/domain/catalogue";
import type { Json } from "../openapi/json.ts";
import { escaped, words } from "./html.ts";
import { type Description, example, operationHtml } from "./operation-html.ts";
import { fieldsOf, typeOf } from "./schema-html.ts";
import { type DocsTexts, docsTexts } from "./texts.ts";

/** The document of the interface as a page for people: plain HTML, in one language. */
export function docsPage(document: Json, language: Language): string {
  const description = document as unknown as Description;
  const texts = docsTexts[language];
  const { otherLanguage } = texts;
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = description.tags.map(({ name, description: about }) => {
    const own = operations.filter(({ operation }) => (operation.tags as readonly string[]).includes(name));
    const articles = own.map((one) => operationHtml(one.path, one.method, one.operation, { description, texts }));
    return `<section id="${name}"><h2>${texts.tags[name]}</h2>${words(about)}${articles.join("")}</section>`;
  });
  const links = [
    ["about", texts.about],
    ...description.tags.map(({ name }) => [name, texts.tags[name] ?? name]),
    ["things", texts.things],
  ].map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Avances: ${texts.title}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="alternate" hreflang="${otherLanguage.language}" href="${otherLanguage.href}">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<a class="skip" href="#main">${texts.skip}</a>
<header><p class="brand"><a href="/${language}">Avances</a> <a class="language" href="${otherLanguage.href}" lang="${otherLanguage.language}" hreflang="${otherLanguage.language}">${otherLanguage.name}</a></p><h1>${texts.title}</h1>
<p>${texts.lead} ${texts.machine}: <a href="/openapi.json">openapi.json</a>.</p>${texts.inEnglish === "" ? "" : `<p>${texts.inEnglish}</p>`}</header>
<div class="columns"><nav aria-label="${texts.navigation}"><ul>${links.join("")}</ul></nav>
<main id="main"><section id="about"><h2>${texts.about}</h2>${words(description.info.description)}</section>${sections.join("")}
<section id="things"><h2>${texts.things}</h2><p>${texts.thingsLead}</p>${things(description, texts)}</section></main></div>
</body>
</html>
`;
}

function things(description: Description, texts: DocsTexts): string {
  return Object.entries(description.components.schemas ?? {})
    .map(([name, schema]) => {
      const fields = fieldsOf(schema, texts);
      const type = fields === "" ? `<p>${typeOf(schema, texts)}</p>` : "";
      const shown = name.startsWith("Catalogue") ? "" : example(schema, { description, texts });
      return `<article id="thing-${escaped(name)}"><h3><code>${escaped(name)}</code></h3>${words(schema.description)}${type}${fields}${shown}</article>`;
    })
    .join("");
}
