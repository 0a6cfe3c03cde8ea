import { drawBars, drawLines, markWords } from "@avances/charts/paper";
import type { CountrySeries } from "@avances/charts/series";
import type { Block, Paper } from "../src/features/shared/paper/blocks.ts";

export { type PaperKind, writePaper } from "../src/features/shared/paper/write-paper.ts";

const sentence =
  "the delegations for what they told of their work against trafficking in persons and the smuggling of migrants since the last meeting, and for the figures that go with it. ";
const countries = [
  ...["Belize", "Canada", "Costa Rica", "Dominican Republic", "El Salvador", "Guatemala", "Honduras", "Mexico"],
  ...["Nicaragua", "Panama", "United States of America"],
];
const years = Array.from({ length: 13 }, (_, place) => 2013 + place);

/** Every country over thirteen years, with a year here and there of which nothing is published. */
const series = (nth: number): readonly CountrySeries[] =>
  countries.map((label, place) => ({
    ...{ country: label, label },
    points: years.map((year) => {
      const isThere = (year + place * nth) % 7 > 0;
      const value = isThere ? ((year * (place + 3) * nth) % 97) + 1 : null;
      return { year, roundYear: year + 1, value, state: isThere ? "reported" : "suppressed" } as const;
    }),
  }));

function chart(nth: number): Block {
  const own = series(nth);
  const words = (width: number) => ({
    ...{ width, most: 100, print: String, wordOf: (mark: keyof typeof markWords.en) => markWords.en[mark] },
    others: "Other countries",
  });
  const draw = (width: number) =>
    nth % 2 === 0 ? drawBars(own, 2026, words(width)) : drawLines(own, countries.slice(0, 4), words(width));
  const alt = own.map(({ label, points }) => `${label}: ${points.map(({ value }) => value ?? "hidden").join(", ")}`);
  return { kind: "figure", caption: `Chart ${nth}`, alt: alt.join("; "), wide: draw(660), narrow: draw(350) };
}

/** A report longer than any that was held: 60 points, each a paragraph, twelve charts, and eleven annex tables of 60 lines. */
export function longPaper(): Paper {
  const points = Array.from({ length: 60 }, (_, place): Block => {
    const [number, within] = [Math.floor(place / 3) + 1, place % 3];
    const letter = ["", "a", "b"][within] ?? "";
    return {
      ...{ kind: "point", number, letter, anchors: [`point_${place}`] },
      runs: [{ text: "The Network " }, { text: "thanks ", isStrong: true }, { text: sentence.repeat(3) }],
    };
  });
  const tables = Array.from({ length: 11 }, (_, table): readonly Block[] => [
    { kind: "break" },
    { kind: "heading", text: `Annex ${table + 1}` },
    {
      ...{
        kind: "table",
        caption: `Table ${table + 1}`,
        heads: ["Country", "2024", "2025", "2026"],
        widths: [3, 1, 1, 1],
      },
      rows: Array.from({ length: 60 }, (_row, line) => [
        `${countries[line % countries.length]} ${line + 1}`,
        ...[1, 2, 3].map((year) => String((line + 1) * year * 17)),
      ]),
    },
  ]);
  const blocks: readonly Block[] = [
    { kind: "title", above: "Conference", text: "Report of the meeting", lines: ["18 November 2013"], warnings: [] },
    { kind: "heading", text: "Points" },
    ...points,
    ...Array.from({ length: 12 }, (_, place) => chart(place + 1)),
    ...tables.flat(),
  ];
  return { title: "Report of the meeting", language: "en", madeAt: new Date("2026-11-30T15:00:00Z"), blocks };
}
