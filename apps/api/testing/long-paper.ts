import type { Block, Paper } from "../src/features/shared/paper/blocks.ts";

export { toDocx } from "../src/features/shared/paper/to-docx.ts";
export { toHtml } from "../src/features/shared/paper/to-html.ts";
export { toPdf } from "../src/features/shared/paper/to-pdf.ts";

const sentence =
  "the delegations for what they told of their work against trafficking in persons and the smuggling of migrants since the last meeting, and for the figures that go with it. ";
const countries = ["Belize", "Canada", "Costa Rica", "Dominican Republic", "El Salvador", "Guatemala"];

/** A report longer than any that was held: 60 points, each a paragraph, and eleven annex tables of 60 lines. */
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
    ...tables.flat(),
  ];
  return { title: "Report of the meeting", language: "en", madeAt: new Date("2026-11-30T15:00:00Z"), blocks };
}
