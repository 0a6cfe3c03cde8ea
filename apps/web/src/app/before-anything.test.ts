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
    getElementById: () => null,
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

interface Painting {
  /** Is a frame painted, or none yet, as in a tab in the background? */
  readonly isPainted: boolean;
  /** Does the browser tell when it is on the screen? Some keep it to themselves. */
  readonly isTold?: boolean;
}

/** Runs it on a page that the server drew, in a browser that is new enough. */
function onDrawnPage(painting: Painting): readonly string[] {
  return inBrowser(painting).happened;
}

/** The same, with fonts that wait for what the script decides. */
function inBrowser({ isPainted, isTold = false, connection }: Painting & { readonly connection?: object }) {
  const happened: string[] = [];
  const fonts = [{ rel: "font" }];
  const root: { readonly lang: string; readonly dataset: Record<string, string> } = { lang: "", dataset: {} };
  const later = [{ href: "/assets/core.js" }];
  const code = { href: "/assets/index.js" };
  const next = [{ rel: "next" }];
  const loaded: ((target: object) => void)[] = [];
  const waiting: (() => void)[] = [];
  class New {
    inert = false;
    noModule = false;
  }
  const document = {
    documentElement: root,
    addEventListener: (event: string, listener: (event: object) => void) => {
      if (event === "DOMContentLoaded") listener({});
      if (event === "load") loaded.push((target) => listener({ target }));
    },
    getElementById: (id: string) => (id === "code" ? code : null),
    querySelector: () => null,
    querySelectorAll: (wanted: string) => ({ "link[rel=font]": fonts, "link[rel=next]": next })[wanted] ?? later,
    createElement: () => ({}),
    head: {
      appendChild: ({ type, async, src }: { readonly type: string; readonly async: boolean; readonly src: string }) =>
        happened.push(`${type} ${src}${async ? "" : " in turn"}`),
    },
  };
  for (const name of ["inert", "noModule"]) Object.defineProperty(New.prototype, name, { value: false });
  runInNewContext(read("public/first-paint.js"), {
    document,
    location: { pathname: "/en" },
    window: { CSS: true },
    navigator: { connection },
    CSS: { supports: () => true },
    structuredClone,
    localStorage: { getItem: () => null },
    HTMLScriptElement: New,
    HTMLElement: New,
    MutationObserver: class {
      observe(): void {}
    },
    PerformanceObserver: class {
      readonly #seen: () => void;
      constructor(seen: () => void) {
        this.#seen = seen;
      }
      observe({ type }: { readonly type: string }): void {
        if (isTold && type === "paint") waiting.push(this.#seen);
      }
      disconnect(): void {}
    },
    requestAnimationFrame: (act: () => void) => isPainted && waiting.push(() => act()),
    setTimeout: (act: () => void) => waiting.push(act),
  });
  happened.push("parsed");
  for (let act = waiting.shift(); act !== undefined; act = waiting.shift()) act();
  const load = (target: object) => {
    for (const tell of loaded) tell(target);
    return next.map(({ rel }) => rel);
  };
  return { happened, line: root.dataset.line, fonts: fonts.map(({ rel }) => rel), load };
}

test("fonts that wait are asked for at once, except over a line that the browser knows to be slow", () => {
  const over = (connection?: object) => {
    const { line, fonts } = inBrowser({ isPainted: true, ...(connection && { connection }) });
    return [line, fonts];
  };
  for (const slow of [{ downlink: 0.4 }, { downlink: 10, saveData: true }])
    expect(over(slow)).toEqual(["slow", ["font"]]);
  for (const fast of [{ downlink: 1.5 }, {}, undefined]) expect(over(fast)).toEqual([undefined, ["preload"]]);
});

test("a page that the server drew is painted before its code begins, which begins once, and not before a frame is painted", () => {
  const whole = ["parsed", "module /assets/core.js in turn", "module /assets/index.js in turn"];
  expect(onDrawnPage({ isPainted: true, isTold: true })).toEqual(whole);
  expect(onDrawnPage({ isPainted: true })).toEqual(whole);
  expect(onDrawnPage({ isPainted: false, isTold: true })).toEqual(whole);
  expect(onDrawnPage({ isPainted: false })).toEqual(["parsed"]);
});

test("what the document asks for next is fetched when the code of every page is there, and not before", () => {
  const { load } = inBrowser({ isPainted: true });
  expect(load({})).toEqual(["next"]);
  expect(load({ rel: "stylesheet", href: "/assets/style-3.css" })).toEqual(["next"]);
  expect(load({ rel: "modulepreload", href: "/assets/rolldown-runtime-1.js" })).toEqual(["next"]);
  expect(load({ rel: "modulepreload", href: "/assets/core-2.js" })).toEqual(["modulepreload"]);
});
