import { expect, test } from "vitest";
import type { PublicCountry } from "#lib/published-queries.ts";
import { publicChanges } from "./public-changes.ts";

type Page = Pick<PublicCountry, "reporting" | "index" | "indicators">;

/** A page with these rows of one indicator, by round; only what the comparison reads. */
function page(rounds: Readonly<Record<number, { value: unknown; published?: boolean; state?: string }>>): Page {
  const all = Object.entries(rounds).map(([year, of]) => ({
    roundYear: Number(year),
    referenceYear: Number(year) - 1,
    ...of,
  }));
  return {
    reporting: all.map(({ value: _, published: __, state = "published", ...round }) => ({ ...round, state })),
    index: all
      .filter(({ published }) => published !== undefined)
      .map(({ value: _, published, ...round }) => ({ ...round, overall: { published } })),
    indicators: [
      {
        code: "TIP-PRO-01",
        rows: all
          .filter(({ value }) => value !== null)
          .map(({ roundYear, referenceYear, value }) => ({ roundYear, referenceYear, value })),
      },
    ],
  } as unknown as Page;
}
const count = (total: number | "s", female: number | "s" = 7) => ({
  type: "count",
  total,
  breakdowns: { sex: { female } },
});
const before = page({ 2026: { value: count(12), published: true }, 2027: { value: null, state: "not_published" } });

test("tells what the page would say of the round, and that it says nothing else otherwise", () => {
  const then = page({ 2026: { value: count(12), published: true }, 2027: { value: count(20), published: true } });
  expect(publicChanges(before, then, 2027)).toMatchObject({
    ...{ was: "not_published", appear: 1, withHidden: 0, hasScore: true, hadScore: true, others: [] },
  });
});

test("counts an answer with a hidden figure, whichever of its figures that is", () => {
  for (const value of [count("s"), count(12, "s")]) {
    const then = page({ 2026: { value: count(12), published: true }, 2027: { value, published: false } });
    expect(publicChanges(before, then, 2027)).toMatchObject({ withHidden: 1, hasScore: false });
  }
});

test("does not count a hidden figure of an answer that stands on the page already", () => {
  const known = page({ 2027: { value: count("s"), published: true } });
  expect(publicChanges(known, known, 2027)).toMatchObject({ appear: 0, withHidden: 0 });
});

test("names another round that would read differently, in a figure or in its index", () => {
  const report = { value: count(20), published: true };
  for (const other of [
    { value: count(13), published: true },
    { value: count(12), published: false },
  ]) {
    const changes = publicChanges(before, page({ 2026: other, 2027: report }), 2027);
    expect(changes?.others.map(({ roundYear }) => roundYear)).toEqual([2026]);
  }
});

test("a round that is not on the page of now was nothing before", () => {
  const now = page({ 2026: { value: count(12), published: true } });
  const then = page({ 2026: { value: count(12), published: true }, 2027: { value: count(20), published: true } });
  expect(publicChanges(now, then, 2027)?.was).toBeNull();
  expect(publicChanges(now, now, 2027)).toBeNull();
});

test("an index is the first of the country only where no other round has one, also no later round", () => {
  const report = { value: count(20), published: true };
  const scored = (now: Page) => publicChanges(now, page({ 2026: report, 2027: report }), 2026)?.hadScore;
  expect(scored(page({ 2027: report }))).toBe(true);
  expect(scored(page({ 2027: { value: count(20), published: false } }))).toBe(false);
});
