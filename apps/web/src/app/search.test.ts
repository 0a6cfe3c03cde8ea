import { type AnyRoute, createMemoryHistory, createRouter } from "@tanstack/react-router";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routeTree } from "./routes.ts";
import * as searches from "./search.ts";

const { parseSearch, stringifySearch, ...pages } = searches;

/** What mail programs, other readers and curious people may turn a filter into. */
const mangled = fc.oneof(
  fc.constantFrom("true", "false", "null", "[1]", '["CRI"]', "{}", '{"a":1}', '"CRI"', "0", "-1", "01", "1e3", "0x10"),
  fc.constantFrom(
    " ",
    "",
    "CRI",
    "CRI,MEX",
    "none",
    "2026",
    "2027-02-30",
    "//evil.example",
    "/\\evil.example",
    "%",
    "<b>",
  ),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.integer().map(String),
  fc.json({ maxDepth: 2 }),
);

const routerAt = (address: string) =>
  createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    history: createMemoryHistory({ initialEntries: [address] }),
  });
// The routes know their paths only after a router has been made of them.
routerAt("/es");

/** The pages that keep something in their address. */
const routes = (Object.values(routeTree.children ?? {}) as AnyRoute[])
  .flatMap(function below(route): AnyRoute[] {
    return [route, ...(Object.values(route.children ?? {}) as AnyRoute[]).flatMap(below)];
  })
  .filter(({ options }) => options.validateSearch !== undefined);
const pathOf = ({ fullPath }: AnyRoute) =>
  fullPath
    .replace("$lang", "es")
    .replace("$year", "2026")
    .replace("$code", "TIP-PRO-01")
    .replace("$iso3", "CRI")
    .replace("$submissionId", "8a1e1f7c-3f0e-4a53-9d0e-0d1c5d1c0f11");

/** What the page at this address reads, through the portal's real router. */
function searchAt(route: AnyRoute, search: string): Record<string, unknown> {
  const router = routerAt(`${pathOf(route)}${search}`);
  const match = router.matchRoutes(router.latestLocation).at(-1);
  expect(match?.routeId).toBe(route.id);
  expect(match?.searchError).toBeUndefined();
  return match?.search as Record<string, unknown>;
}

const namesOf = (route: AnyRoute) => Object.keys((route.options.validateSearch as (raw: object) => object)({}));

describe("the search part of an address", () => {
  test("every page with filters is among those tested here", () => {
    expect(new Set(routes.map(({ options }) => options.validateSearch))).toEqual(new Set(Object.values(pages)));
  });

  test("gives back exactly the text that was put in, or the default; through the router, for every page and filter", () => {
    for (const route of routes) {
      expect(namesOf(route), route.id).not.toEqual([]);
      for (const name of namesOf(route)) {
        fc.assert(
          fc.property(mangled, (text) => {
            const value = searchAt(route, `?${new URLSearchParams({ [name]: text })}`)[name];
            if (value !== undefined) expect(String(value)).toBe(text);
          }),
          { numRuns: 40 },
        );
      }
    }
  });

  test("what a page links to is read again as it was, and twice the same name is the default", () => {
    for (const page of Object.values(pages)) {
      fc.assert(
        fc.property(fc.dictionary(fc.constantFrom(...Object.keys(page({}))), mangled), (raw) => {
          const search = page(raw);
          expect(page(parseSearch(stringifySearch(search)))).toEqual(search);
        }),
        { numRuns: 100 },
      );
      for (const name of Object.keys(page({}))) expect(page(parseSearch(`?${name}=CRI&${name}=MEX`))).toEqual(page({}));
    }
  });

  test.each([
    ["q of the indicators", pages.indicatorsSearch, "?q=true", { q: "true" }],
    ["q with a number", pages.peopleSearch, "?q=42", { q: "42" }],
    ["a list in brackets", pages.indicatorSearch, "?countries=%5B1%5D", {}],
    ["countries that are a truth value", pages.indicatorSearch, "?countries=true", {}],
    ["countries", pages.indicatorSearch, "?countries=CRI,MEX", { countries: "CRI,MEX" }],
    ["a year that is nothing", pages.regionSearch, "?year=null", {}],
    ["a year", pages.regionSearch, "?year=2026", { year: 2026 }],
    ["a year with a blank", pages.regionSearch, "?year=%20", {}],
    ["a day that does not exist", pages.remindersSearch, "?on=2027-02-30", {}],
    [
      "a country of the reminder centre, as earlier addresses had it",
      pages.remindersSearch,
      "?country=CRI",
      { countries: "CRI" },
    ],
    ["a way to another site", pages.signInSearch, "?next=//evil.example", {}],
    ["a way to another site, behind a tab", pages.signInSearch, "?next=/%09/evil.example", {}],
    [
      "a way inside, with its own search",
      pages.signInSearch,
      "?next=%2Fes%2Fhome%3Fa%3Db%2Bc",
      { next: "/es/home?a=b+c" },
    ],
  ])("%s", (_, page, address, expected) => {
    const given = Object.entries(page(parseSearch(address))).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(given)).toEqual(expected);
  });
});
