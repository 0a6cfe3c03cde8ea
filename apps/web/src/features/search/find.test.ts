import { questionOf, shortLabelOf, shortNameOf } from "@avances/domain/catalogue";
import { catalogue, reference } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import type { PublicIndicatorList } from "#lib/published-queries.ts";
import { askedWords, type FoundGroup, find } from "./find.ts";
import { searchEntries } from "./search-entries.ts";

/** The list as the portal answers it, from the catalogue in force. */
const list: PublicIndicatorList = {
  edition: null,
  instruments: catalogue.instruments,
  dimensions: catalogue.dimensions.map((dimension) => ({ ...dimension, shortName: shortNameOf(dimension) })),
  objectives: catalogue.objectives,
  indicators: catalogue.indicators.map((indicator) => ({
    ...indicator,
    question: questionOf(indicator),
    levels: (indicator.levels ?? []).map((level) => ({ ...level, shortLabel: shortLabelOf(level) })),
    latest: null,
  })),
};
const entries = {
  en: searchEntries(list, reference.countries, "en"),
  es: searchEntries(list, reference.countries, "es"),
};

const groups = (query: string, lang: "en" | "es" = "en") => find(entries[lang], askedWords(query), lang);
const idsIn = (kind: string, found: readonly FoundGroup[]) =>
  found.find((group) => group.kind === kind)?.found.map(({ entry }) => entry.id) ?? [];
const ids = (kind: string, query: string, lang: "en" | "es" = "en") => idsIn(kind, groups(query, lang));

test("a code is found however it is written, before anything else", () => {
  for (const query of ["TIP-LEG-01", "tip-leg-01", "tip leg 1", "TIPLEG01", "tip/leg/01"])
    expect([query, ids("indicator", query)[0]]).toEqual([query, "TIP-LEG-01"]);
  for (const query of ["leg-01", "LEG 1", "leg01 "])
    expect([query, ids("indicator", query)]).toEqual([query, ["TIP-LEG-01", "SOM-LEG-01"]]);
  expect(groups("mex")[0]).toMatchObject({ kind: "country", found: [{ entry: { id: "MEX" } }] });
});

test("accents, ñ and capitals do not matter, in what is asked and in what is found", () => {
  for (const query of ["mexico", "México", "MÉXICO", "mexi\u0301co"]) expect(ids("country", query)).toEqual(["MEX"]);
  for (const query of ["panama", "Panamá"]) expect(ids("country", query, "es")).toEqual(["PAN"]);
  const years = entries.es.find(({ name }) => /ñ/.test(name.es));
  expect(years).toBeDefined();
  const word = /\p{L}*ñ\p{L}*/u.exec(years?.name.es ?? "")?.[0] ?? "";
  expect(ids(years?.kind ?? "", word.replace("ñ", "n"), "es")).toContain(years?.id);
});

test("two letters are enough, one is not", () => {
  // Of the United States, "America" has it inside.
  expect(ids("country", "me")).toEqual(["MEX", "USA"]);
  for (const query of ["m", " m ", "6", "-", ""]) expect(groups(query)).toEqual([]);
});

test("the beginning of a name comes before the beginning of a word, and that before the inside of one", () => {
  const names = groups("victim")
    .find(({ kind }) => kind === "indicator")
    ?.found.map(({ entry }) => entry.name.en.toLowerCase());
  const place = (name = "") => (name.startsWith("victim") ? 0 : /\bvictim/.test(name) ? 1 : 2);
  expect(names?.map(place)).toEqual(names?.map(place).toSorted());
  expect(new Set(names?.map(place)).size).toBeGreaterThan(1);
  // Inside a word is better than not at all.
  expect(ids("country", "rica")).toEqual(expect.arrayContaining(["CRI", "USA"]));
  expect(ids("country", "rica")[0]).toBe("CRI");
});

test("words may stand in any order, with words that only join others; all of them must be there", () => {
  const wanted = "TIP-PRO-01";
  for (const query of ["victims identified", "identified victims", "the victims identified in trafficking"])
    expect([query, ids("indicator", query).includes(wanted)]).toEqual([query, true]);
  expect(ids("indicator", "identificadas de la trata", "es")).toContain(wanted);
  expect(groups("victims zebra")).toEqual([]);
});

test("an article is found by its number alone, with its treaty or without, and its paragraphs do not hide it", () => {
  for (const query of ["art 6", "art. 6", "Article 6", "art 6(3)", "artículo 6.3", "6 art"])
    expect([query, ids("article", query)]).toEqual([query, ["tip-6", "som-6", "untoc-6"]]);
  expect(ids("article", "art 6 smuggling")).toEqual(["som-6"]);
  expect(ids("article", "TIP art 6")).toEqual(["tip-6"]);
  expect(ids("article", "artículo 6 trata", "es")).toEqual(["tip-6"]);
  expect(ids("article", "art 16")).toEqual(["som-16", "untoc-16"]);
  expect(ids("article", "art 99")).toEqual([]);
});

test("whoever reads one language finds the words of the other, and is told in which they fit", () => {
  const found = groups("víctimas", "en").find(({ kind }) => kind === "indicator")?.found ?? [];
  expect(found.length).toBeGreaterThan(3);
  expect(new Set(found.map(({ language }) => language))).toEqual(new Set(["es"]));
  const own = groups("estados unidos", "es")[0]?.found[0];
  expect([own?.entry.id, own?.language]).toEqual(["USA", "es"]);
  const other = groups("estados unidos", "en")[0]?.found[0];
  expect([other?.entry.id, other?.language]).toEqual(["USA", "es"]);
  // The reader's own words come first, unless only their inside fits.
  const both = groups("tra", "en").find(({ kind }) => kind === "indicator")?.found ?? [];
  const begins = both.filter(({ entry, language }) => language === "en" && /\btra/i.test(entry.name.en)).length;
  expect(both.slice(0, begins).map(({ language }) => language)).not.toContain("es");
  expect(both.slice(begins).map(({ language }) => language)).toContain("es");
  // A word of both languages is the reader's own.
  expect(groups("costa rica", "en")[0]?.found[0]?.language).toBe("en");
});

test("everything is found by its own name and leads somewhere, in either language", () => {
  for (const lang of ["en", "es"] as const) {
    for (const entry of entries[lang]) {
      const found = ids(entry.kind, entry.name[lang], lang);
      expect([entry.name[lang], found.includes(entry.id)]).toEqual([entry.name[lang], true]);
      expect(entry.link(lang).params).toMatchObject({ lang });
    }
    const names = entries[lang].filter(({ kind }) => kind === "country").map(({ name }) => name[lang]);
    expect(names).toEqual(names.toSorted(new Intl.Collator(lang).compare));
  }
});

test("the group with the best result stands first", () => {
  expect(groups("protection and assistance")[0]).toMatchObject({ kind: "dimension" });
  expect(groups("costa")[0]).toMatchObject({ kind: "country" });
});
