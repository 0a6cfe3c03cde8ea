import { allContracts } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../../testing/start-test-api.ts";
import { escaped } from "./html.ts";
import { docsTexts } from "./texts.ts";

let api: TestApi;
let components: Readonly<Record<string, { properties?: object; enum?: readonly string[] }>>;
beforeAll(async () => {
  api = await startTestApi();
  components = (await api.app.inject({ url: "/openapi.json" })).json().components.schemas;
});
afterAll(() => api.close());

describe.each(languages)("the page in %s", (language) => {
  const url = language === "en" ? "/docs" : `/docs/${language}`;
  const page = async () => (await api.app.inject({ url })).body;
  const texts = docsTexts[language];

  test("shows every operation and every thing, with each field and each value it may have", async () => {
    const html = await page();
    for (const { operationId, method } of allContracts)
      expect(html).toContain(`<article id="${operationId}"><h3><span class="method ${method.toLowerCase()}">`);
    for (const [name, schema] of Object.entries(components)) {
      const article = html.split(`<article id="thing-${name}">`)[1]?.split("</article>")[0] ?? "";
      for (const each of [...Object.keys(schema.properties ?? {}), ...(schema.enum ?? [])])
        expect(article, `${name} ${each}`).toContain(`<code>${escaped(each)}</code>`);
      if (!name.startsWith("Catalogue")) expect(article, name).toContain(texts.example);
    }
    expect(html).toContain(texts.required);
    expect(html).not.toMatch(/undefined|\[object|null<\/h/);
  });

  test("links lead to places of the page, each of which is there once", async () => {
    const html = await page();
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).toContain(`href="${texts.otherLanguage.href}"`);
    expect((await api.app.inject({ url: texts.otherLanguage.href })).statusCode).toBe(200);
  });

  test("is in its language, says which words are not, and needs nothing from elsewhere", async () => {
    const { headers, body } = await api.app.inject({ url });
    expect(body).toContain(`<html lang="${language}">`);
    expect(body.includes("están en inglés")).toBe(language === "es");
    expect(body).not.toMatch(/<script|style=|<style|<iframe|<img/);
    const loaded = [...body.matchAll(/<link[^>]+href="([^"]+)"/g)].map(([, href]) => href);
    expect(loaded.every((href) => href?.startsWith("/") && !href.startsWith("//"))).toBe(true);
    expect(headers["content-security-policy"]).toContain("style-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    // Headings go down one step at a time.
    const levels = [...body.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1)).toBe(true);
  });
});

test("has a heading of its own for every feature, in each language", async () => {
  const { tags } = (await api.app.inject({ url: "/openapi.json" })).json() as { tags: { name: string }[] };
  for (const language of languages) expect(Object.keys(docsTexts[language].tags)).toEqual(tags.map(({ name }) => name));
});
