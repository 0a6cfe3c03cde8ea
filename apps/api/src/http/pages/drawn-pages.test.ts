import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { type Premade, premakePlain } from "../premade.ts";
import { drawnPages, type PageSource } from "./drawn-pages.ts";
import type { PageDrawer } from "./page-drawer.ts";
import type { Page } from "./page-list.ts";
import { pageShell } from "./page-shell.ts";

const page: Page = {
  path: "/$lang/countries/$iso3",
  audience: "public",
  figures: true,
  search: ["year", "by"],
  styles: ["open"],
};
const at = (iso3: string) => ({ page, params: new Map(Object.entries({ lang: "en", iso3 })) });
const none = new URLSearchParams();
const always = () => true;
const never = () => false;

/** A drawer that draws when it is told to, and what it was asked for. */
function scene(answers: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const faults: string[] = [];
  let fails = false;
  let held: Promise<void> = Promise.resolve();
  let waiting = 0;
  let day = "2027-05-01";
  let isReady = true;
  const sourceOf = (texts: Readonly<Record<string, string>>): PageSource => ({
    isReady: async () => isReady,
    answer: async (path) => (texts[path] === undefined ? undefined : premakePlain(texts[path])),
  });
  let source = sourceOf(answers);
  const drawer: PageDrawer = {
    async draw(address, facts, answer) {
      asked.push(address);
      waiting += 1;
      await held;
      waiting -= 1;
      if (fails) throw new Error("failed");
      const [path = ""] = /\/countries\/\w+/.exec(address) ?? [];
      return { head: "", body: `${address} ${facts.today} ${await answer(path)}`, reads: "" };
    },
    waiting: () => waiting,
    close: async () => undefined,
  };
  const shell = pageShell('<html><div id="root"></div></html>', { portal: "https://a.example", demonstration: false });
  const log = { error: (_fields: unknown, message: string) => void faults.push(message) };
  const drawn = drawnPages({ drawer, shell, source: () => source, today: () => day, log });
  return {
    asked,
    faults,
    drawn,
    text: async (iso3: string, search = none) => bodyOf(await drawn(at(iso3), search, always)),
    publish(texts: Readonly<Record<string, string>>) {
      source = sourceOf(texts);
    },
    nextDay() {
      day = "2027-05-02";
    },
    unready(now: boolean) {
      isReady = !now;
    },
    fail(now: boolean) {
      fails = now;
    },
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}

const bodyOf = (made: Premade | null) => /data-reads="">(.*)<\/div>/.exec(made?.body.toString() ?? "")?.[1] ?? null;
const both = { "/countries/CRI": "1", "/countries/MEX": "1" };

test("a page is drawn once for everybody, and sent at once afterwards", async () => {
  const { asked, drawn, text } = scene(both);
  const all = await Promise.all([text("CRI"), text("CRI"), text("CRI")]);
  expect(new Set(all)).toEqual(new Set(["/en/countries/CRI 2027-05-01 1"]));
  expect(asked).toEqual(["/en/countries/CRI"]);
  expect(drawn(at("CRI"), none, never)).not.toBeInstanceOf(Promise);
});

test("after an edition only pages are drawn again whose answers have changed", async () => {
  const { asked, text, publish } = scene(both);
  await Promise.all([text("CRI"), text("MEX")]);
  publish({ ...both, "/countries/CRI": "2" });
  expect([await text("CRI"), await text("MEX")]).toEqual([
    "/en/countries/CRI 2027-05-01 2",
    "/en/countries/MEX 2027-05-01 1",
  ]);
  expect(asked).toEqual(["/en/countries/CRI", "/en/countries/MEX", "/en/countries/CRI"]);
});

test("on the next day all are drawn again: a round may have closed", async () => {
  const { text, nextDay } = scene(both);
  await text("CRI");
  nextDay();
  expect(await text("CRI")).toBe("/en/countries/CRI 2027-05-02 1");
});

test("only what a page knows in its address makes another page, in one order", async () => {
  const { asked, text } = scene(both);
  for (const search of ["by=sex&year=2020", "year=2020&by=sex&utm=3", "utm=4"])
    await text("CRI", new URLSearchParams(search));
  expect(asked).toEqual(["/en/countries/CRI?year=2020&by=sex", "/en/countries/CRI"]);
});

test("when many wait, pages with a filter are left to the browser, and no others", async () => {
  const { drawn, hold } = scene(both);
  const release = hold();
  const some = Array.from({ length: 8 }, (_, year) =>
    drawn(at("CRI"), new URLSearchParams({ year: String(year) }), always),
  );
  await Promise.resolve();
  expect(drawn(at("CRI"), new URLSearchParams({ year: "99" }), always)).toBeNull();
  const whole = drawn(at("MEX"), none, never);
  expect(whole).toBeInstanceOf(Promise);
  release();
  for (const made of [...some, whole]) expect(bodyOf(await made)).not.toBeNull();
});

test("a reader beyond the limit gets a page with a filter only if it is drawn already", async () => {
  const { drawn, text } = scene(both);
  const search = new URLSearchParams({ year: "2020" });
  expect(drawn(at("CRI"), search, never)).toBeNull();
  await text("CRI", search);
  expect(drawn(at("CRI"), search, never)).not.toBeNull();
  expect(bodyOf(await drawn(at("CRI"), none, never))).not.toBeNull();
});

test("a page that fails is left to the browser and said in the log, once; the next edition tries again", async () => {
  const { asked, faults, text, fail, publish } = scene(both);
  fail(true);
  expect([await text("CRI"), await text("CRI")]).toEqual([null, null]);
  expect([asked.length, faults]).toEqual([1, ["a page could not be drawn"]]);
  fail(false);
  publish(both);
  expect(await text("CRI")).not.toBeNull();
});

test("while there is no edition to draw from, nothing is drawn and nothing kept", async () => {
  const { asked, faults, text, unready } = scene(both);
  unready(true);
  expect([await text("CRI"), asked, faults]).toEqual([null, [], []]);
  unready(false);
  expect(await text("CRI")).not.toBeNull();
});

test("the front door is not drawn: the reader's browser knows the language", () => {
  const { drawn } = scene(both);
  expect(drawn({ page: { ...page, path: "/" }, params: new Map() }, none, always)).toBeNull();
  expect(languages.length).toBeGreaterThan(1);
});
