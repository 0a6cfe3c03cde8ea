import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Runs the script in the head of the page as in a browser that is too old for the rest. */
function inOldBrowser(pathname: string): { readonly lang: string; readonly said: string } {
  const said: string[] = [];
  const element = { setAttribute: () => undefined, appendChild: (text: unknown) => said.push(String(text)) };
  const root = { lang: "" };
  const document = {
    documentElement: root,
    addEventListener: (_event: string, listener: () => void) => listener(),
    createElement: () => ({ ...element }),
    createTextNode: (text: string) => text,
    body: { insertBefore: () => undefined, firstChild: null },
  };
  class Old {}
  runInNewContext(read("public/first-paint.js"), {
    document,
    location: { pathname },
    window: {},
    localStorage: { getItem: () => null },
    HTMLScriptElement: Old,
    HTMLElement: Old,
  });
  return { lang: root.lang, said: said[0] ?? "" };
}

test("before anything is loaded, a page has the language of its address and speaks it", () => {
  for (const language of languages) {
    for (const address of [`/${language}`, `/${language}/countries/CRI`])
      expect([address, inOldBrowser(address).lang]).toEqual([address, language]);
  }
  const said = languages.map((language) => inOldBrowser(`/${language}`).said);
  expect(new Set(said).size).toBe(languages.length);
  for (const words of said) expect(words).toMatch(/109.*115.*16\.4/);
  for (const address of ["/", "/xx", "/toString", "/escape"]) expect(inOldBrowser(address).lang).toBe("en");
});

test("whoever runs no scripts is told so in each language", () => {
  const [, words = ""] = /<noscript>([\s\S]*)<\/noscript>/.exec(read("index.html")) ?? [];
  const spoken = [...words.matchAll(/<p lang="(\w+)">[^<]+/g)].map(([, language]) => language);
  expect(spoken.toSorted()).toEqual(languages.toSorted());
});
