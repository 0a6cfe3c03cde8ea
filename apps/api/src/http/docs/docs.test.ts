import { allContracts } from "@avances/contracts";
import { type Language, languages } from "@avances/domain/catalogue";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import type { OpenApiDocument } from "../openapi/shape.ts";
import { code, html, inline } from "./html.ts";
import { docsPage } from "./page.ts";
import { docsTexts } from "./texts.ts";

let api: TestApi;
let document: OpenApiDocument;
beforeAll(async () => {
  api = await startTestApi();
  document = (await api.app.inject({ url: "/openapi.json" })).json();
});
afterAll(() => api.close());

const addressOf = (language: Language) => (language === "en" ? "/docs" : `/docs/${language}`);

describe.each(languages)("the page in %s", (language) => {
  const url = addressOf(language);
  const page = async () => (await api.app.inject({ url })).body;
  const texts = docsTexts[language];

  test("shows every operation and every thing, with each field and each value it may have", async () => {
    const html = await page();
    for (const { operationId, method } of allContracts)
      expect(html).toContain(`<article id="${operationId}"><h3><span class="method ${method.toLowerCase()}">`);
    for (const [name, { properties = {}, enum: values = [] }] of Object.entries(document.components.schemas)) {
      const article = html.split(`<article id="thing-${name}">`)[1]?.split("</article>")[0] ?? "";
      for (const each of [...Object.keys(properties as object), ...(values as readonly unknown[])])
        expect(article, `${name} ${each}`).toContain(code(each).text);
      if (!name.startsWith("Catalogue")) expect(article, name).toContain(texts.example);
    }
    expect(html).toContain(texts.required);
    expect(html).not.toMatch(/undefined|\[object|null<\/h/);
  });

  test("leads to every thing and to every header from where it is used, and names the cookies", async () => {
    const html = await page();
    const { schemas, headers, securitySchemes } = document.components;
    for (const name of Object.keys(schemas)) expect(html).toContain(`href="#thing-${name}"`);
    for (const [name, { description }] of Object.entries(headers)) {
      if (name !== "Allow") expect(html).toContain(`href="#header-${name}"`);
      expect(html).toContain(inline(description).text);
    }
    for (const { name, description } of Object.values(securitySchemes)) {
      expect(html).toContain(code(name).text);
      expect(html).toContain(inline(description).text);
    }
  });

  test("says of a refusal what it carries and with which headers, and of an operation which cookie it needs", async () => {
    const html = await page();
    const articleOf = (id: string) => html.split(`<article id="${id}">`)[1]?.split("</article>")[0] ?? "";
    const refusals = (id: string) => articleOf(id).split(`<h4>${texts.refusals}</h4>`)[1] ?? "";
    expect(refusals("acceptSubmission")).toContain('href="#thing-StaleAct"');
    expect(refusals("saveAnswer")).toContain('href="#thing-StaleAnswer"');
    expect(refusals("submitSubmission")).toContain('href="#thing-AnswersChanged"');
    expect(refusals("resendNotices")).toContain('href="#thing-AskedMeanwhile"');
    expect(refusals("getMatrix")).toContain('href="#header-RetryAfter"');
    for (const { operationId } of allContracts) expect(refusals(operationId)).toContain('href="#thing-Problem"');
    expect(articleOf("acceptSubmission")).toContain('href="#scheme-session"');
    expect(articleOf("refreshSession")).toContain('href="#scheme-refresh"');
    expect(articleOf("refreshSession")).not.toContain('href="#scheme-session"');
    expect(articleOf("getMatrix")).not.toContain('href="#scheme-');
  });

  test("links lead to places of the page, each of which is there once", async () => {
    const html = await page();
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const other of languages.filter((one) => one !== language)) {
      expect(html).toContain(`href="${addressOf(other)}" lang="${other}"`);
      expect((await api.app.inject({ url: addressOf(other) })).statusCode).toBe(200);
    }
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

test("texts of the document appear as words on the page, never as HTML", () => {
  const sign = '<b>&amp;"';
  const planted = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("#/") ? value : `${value}${sign}`;
    if (Array.isArray(value)) return value.map(planted);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, planted(each)]));
  };
  const whole = planted(document) as OpenApiDocument;
  const schemas = { ...whole.components.schemas, [`Odd${sign}`]: { type: "string", enum: [sign] } };
  const page = docsPage({ ...whole, components: { ...whole.components, schemas } }, "en");
  expect(page).not.toContain("<b>");
  expect(page).toContain("&lt;b&gt;&amp;amp;&quot;");
  expect(html`${[sign, code("a<b")]}`.text).toBe("&lt;b&gt;&amp;amp;&quot;<code>a&lt;b</code>");
});
