import { expect, it } from "vitest";
import catalogueFile from "../../catalogue/2026.3.json" with { type: "json" };
import type { Catalogue } from "../catalogue/catalogue.ts";
import type { HidingOrder } from "./hide-small-cells.ts";
import { publishAnswers } from "./publish-answers.ts";

const threshold = 4;
const { indicators, ...rest } = catalogueFile as unknown as Catalogue;
/** Victims alone, so that thousands of tables can be published; their two-way table is by sex and age. */
const catalogue: Catalogue = {
  ...rest,
  indicators: indicators.filter(({ code }) => code === "TIP-PRO-01"),
  validations: [],
  suppression: { ...rest.suppression, threshold },
};

/** Girls, women, boys, men. */
type Table = readonly [number, number, number, number];
const upTo = (limit: number) => Array.from({ length: limit + 1 }, (_, value) => value);
const tables = (highest: number): readonly Table[] =>
  upTo(highest).flatMap((a) =>
    upTo(highest - a).flatMap((b) =>
      upTo(highest - a - b).flatMap((c) => upTo(highest - a - b - c).map((d): Table => [a, b, c, d])),
    ),
  );
const lists = [
  ["female", "male"],
  ["child", "adult"],
];
/** Each of the four margins is given up first, and each of the other list after it. */
const orders = lists.flatMap((own, place) =>
  own.flatMap((first) =>
    (lists[1 - place] ?? []).map(
      (second): HidingOrder =>
        (id) =>
          id.endsWith(first) ? 0 : id.endsWith(second) ? 1 : 2,
    ),
  ),
);

/** What the public sees of a table, as a text. */
function shown([a, b, c, d]: Table, hidingOrder: HidingOrder): string {
  const [sex, ageGroup] = [
    { female: a + b, male: c + d, other: 0, unknown: 0 },
    { child: a + c, adult: b + d, unknown: 0 },
  ];
  const table = { female: { child: a, adult: b, unknown: 0 }, male: { child: c, adult: d, unknown: 0 } };
  const empty = { child: 0, adult: 0, unknown: 0 };
  const value = {
    type: "count",
    total: a + b + c + d,
    breakdowns: { sex, ageGroup },
    crossTabs: { "sex×ageGroup": { ...table, other: empty, unknown: empty } },
  } as const;
  const answer = {
    indicatorCode: "TIP-PRO-01",
    state: "reported",
    value,
    reason: "",
    comment: "",
    evidence: [],
  } as const;
  const submission = {
    country: "CRI",
    year: 2026,
    answers: new Map([["TIP-PRO-01", answer]]),
    confirmedNotApplicable: new Set<string>(),
  };
  const { published } = publishAnswers({ catalogue, submissions: [submission], hidingOrder });
  return JSON.stringify(published.get("CRI|2026")?.answers.get("TIP-PRO-01")?.value);
}

it("a reader who knows the rule, but not the order of hiding, narrows no small count of a two-way table that is not published", () => {
  const fitting = new Map<string, Set<Table>>();
  for (const table of tables(11))
    for (const order of orders) {
      const text = shown(table, order);
      fitting.set(text, (fitting.get(text) ?? new Set()).add(table));
    }
  const narrowed = [...fitting].flatMap(([text, found]) => {
    // Where the total is hidden, tables beyond those tried may fit as well.
    if (text.includes('"total":"s"') || !text.includes('"crossTabs":{}')) return [];
    return [0, 1, 2, 3].flatMap((cell) => {
      const values = [...found].map((table) => table[cell] as number);
      if (!values.some((value) => value >= 1 && value < threshold)) return [];
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return least > 1 || most < threshold - 1
        ? [`${text}: ${["girls", "women", "boys", "men"][cell]} from ${least} to ${most}`]
        : [];
    });
  });
  expect(fitting.size).toBeGreaterThan(100);
  expect(narrowed).toEqual([]);
});

it("gives up a margin and never the total, in whatever order, although the margin has parts of its own", () => {
  const totalFirst: HidingOrder = (id) => (id.endsWith("total") ? 0 : 1);
  // 2 children of 27 are few, so adults are hidden with them; 3 girls and women of 27 are few, so men are.
  for (const order of [...orders, totalFirst]) {
    const { total, breakdowns } = JSON.parse(shown([1, 2, 1, 23], order));
    expect([total, breakdowns.ageGroup.adult, breakdowns.sex.male]).toEqual([27, "s", "s"]);
  }
});
