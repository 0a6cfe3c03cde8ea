import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocx } from "#testing/docx-text.ts";
import { longPaper } from "#testing/long-paper.ts";
import { textOfPdf } from "#testing/pdf-text.ts";
import { anchorOf, type Block, markOf, type Paper } from "./blocks.ts";
import { toDocx } from "./to-docx.ts";
import { toHtml } from "./to-html.ts";
import { toPdf } from "./to-pdf.ts";

const ids = ["0192f0c4-7f6e-7c3a-9a51-1d8f1a2b3c4d", "0192f0c4-7f6e-7c3a-9a51-1d8f1a2b3c4e"] as const;
const point = (number: number, letter: string, text: string, more: object = {}): Block =>
  ({
    kind: "point",
    number,
    letter,
    runs: [{ text: "The Network " }, { text: "thanks", isStrong: true }, { text }],
    ...more,
  }) as Block;
const sample: readonly Block[] = [
  {
    kind: "title",
    above: "Conference",
    text: "Report <of> & the “meeting”",
    lines: ["18 November 2013", "San José"],
    warnings: ["Invented"],
  },
  { kind: "heading", text: "Participants" },
  { kind: "paragraph", runs: [{ text: "Delegations: Costa Rica." }] },
  { kind: "heading", text: "Points" },
  point(1, "", " the delegations", { anchors: [anchorOf("point", ids[0]), anchorOf("meeting", ids[1])] }),
  point(2, "", " nobody\non two lines"),
  point(2, "a", " somebody"),
  point(2, "b", " somebody else", { instead: { language: "es", text: "a otra persona" } }),
  point(3, "", " all"),
  { kind: "heading", text: "Proposals" },
  point(4, "", " those who propose"),
  point(4, "a", " Costa Rica"),
  { kind: "break" },
  { kind: "heading", text: "Annex" },
  {
    kind: "table",
    caption: "Submitted",
    heads: ["Country", "Yes or no"],
    rows: [
      ["Belice", "no"],
      ["Perú & co", "sí"],
    ],
    widths: [2, 1],
  },
  { kind: "note", text: "Nothing else." },
  { kind: "subheading", text: "Answers" },
  {
    kind: "table",
    caption: "Answers",
    isNamedAbove: true,
    heads: ["Who", "What"],
    rows: [["Belice", "sí"]],
    widths: [1, 1],
  },
];
const paper = (blocks: readonly Block[] = sample): Paper => ({
  ...{ title: "Report & more", language: "en", madeAt: new Date("2026-11-30T15:00:00Z"), blocks },
});

/** Every word of the blocks in their order, with the marks of points. */
function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => {
      switch (block.kind) {
        case "title":
          return [block.above, block.text, ...block.lines, ...block.warnings];
        case "table":
          return [block.isNamedAbove ? "" : block.caption, ...block.heads, ...block.rows.flat()];
        case "break":
          return [];
        case "figure":
          return [block.caption];
        case "paragraph":
        case "point":
          return [
            ...(block.kind === "point" ? [markOf(block)] : []),
            ...block.runs.map(({ text }) => text),
            block.instead?.text ?? "",
          ];
        default:
          return [block.text];
      }
    })
    .join("");
}
/** Line breaks and blanks are where each kind of file needs them. */
const bare = (text: string) => text.replace(/\s+/g, "");

const fromDocx = async (written: Paper) =>
  readDocx(await toDocx(written))
    .paragraphs.map(({ mark, text }) => mark + text)
    .join("");
const fromPdf = async (written: Paper) => textOfPdf(await toPdf(written)).replace(/ \d+ \/ \d+ ?/g, " ");
function fromHtml(written: Paper): string {
  const page = toHtml(written);
  let depth = 0;
  return page
    .slice(page.indexOf("<main>"))
    .replace(/<(\/?)ol>|<li value="(\d+)"[^>]*>|<br>|<[^>]+>/g, (tag, end?: string, value?: string) => {
      if (tag.endsWith("ol>")) depth += end === "/" ? -1 : 1;
      if (value === undefined) return tag === "<br>" ? "\n" : "";
      return depth > 1 ? `${String.fromCodePoint(96 + Number(value))})` : `${value}.`;
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

test("the three files say the same words in the same order, and count the points alike", async () => {
  const said = bare(wordsOf(sample));
  expect(said).toContain("2.TheNetworkthanksnobody");
  expect(bare(await fromDocx(paper()))).toBe(said);
  expect(bare(await fromPdf(paper()))).toBe(said);
  expect(bare(fromHtml(paper()))).toBe(said);
});

test("whatever somebody writes, the three files say it, and nothing of it becomes markup", async () => {
  const letters = fc.constantFrom(..."abcáéñ¿¡«»“”–&<>\"'/;\\{}$%01 9\n");
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { maxLength: 60 }), async (written) => {
      const text = written.join("");
      const blocks: readonly Block[] = [
        { kind: "heading", text: `h${text}`.replaceAll("\n", " ") },
        point(1, "", text),
      ];
      const said = bare(wordsOf(blocks));
      expect(bare(await fromDocx(paper(blocks)))).toBe(said);
      expect(bare(await fromPdf(paper(blocks)))).toBe(said);
      expect(bare(fromHtml(paper(blocks)))).toBe(said);
    }),
    { numRuns: 25 },
  );
});

test("what no XML can hold is left out, so that no program has to repair the file", async () => {
  const blocks: readonly Block[] = [{ kind: "note", text: "a\u0001b\u000Bc\uFFFFd" }];
  expect(bare(await fromDocx(paper(blocks)))).toBe("abcd");
  expect(bare(fromHtml(paper(blocks)))).toBe("abcd");
});

test("each point keeps the name of what it came from in every file", async () => {
  const names = [anchorOf("point", ids[0]), anchorOf("meeting", ids[1])];
  const { paragraphs } = readDocx(await toDocx(paper()));
  const first = paragraphs.find(({ mark }) => mark === "1.");
  expect([...(first?.bookmarks ?? [])].sort()).toEqual([...names].sort());
  const html = toHtml(paper());
  const pdf = (await toPdf(paper())).toString("latin1");
  for (const name of names) {
    // Word takes no longer one.
    expect(name).toMatch(/^[A-Za-z]\w{0,39}$/);
    expect(html.split(`id="${name}"`)).toHaveLength(2);
    expect(pdf.split(`(${name})`).length).toBeGreaterThan(1);
  }
});

test("the Word document has headings, heads of tables, a language for every run, and no author, company or other time", async () => {
  const { paragraphs, parts } = readDocx(await toDocx(paper()));
  const styled = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text);
  expect(styled("Title")).toEqual(["Report <of> & the “meeting”"]);
  expect(styled("Heading1")).toEqual(["Participants", "Points", "Proposals", "Annex"]);
  expect(styled("Heading2")).toEqual(["Submitted", "Answers"]);
  expect(paragraphs.filter(({ isInTable }) => isInTable)).toHaveLength(10);
  const document = parts["word/document.xml"] ?? "";
  expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  // Heads stay with the first line below them; the last line of a table stays with the note that follows it, and only that one.
  const together = (text: string) =>
    [...text.matchAll(/<w:tr>[\s\S]*?<\/w:tr>/g)].map(([row]) => row.includes("<w:keepNext/>"));
  expect(together(document)).toEqual([true, false, true, true, false]);
  // And with the line before it, where that is not the first.
  const four: Block = { kind: "table", caption: "Four", heads: ["A"], rows: [["1"], ["2"], ["3"], ["4"]], widths: [1] };
  const ofFour = readDocx(await toDocx(paper([four]))).parts["word/document.xml"] ?? "";
  expect(together(ofFour)).toEqual([true, false, false, true, false]);
  for (const { text, languages } of paragraphs.filter((one) => one.text !== ""))
    expect([text, languages]).toEqual([text, [text === "a otra persona" ? "es-MX" : "en-GB"]]);
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"/>');
  expect(parts["word/numbering.xml"]).toMatch(/<w:numFmt w:val="decimal"\/>[\s\S]*<w:numFmt w:val="lowerLetter"\/>/);
  expect(parts["docProps/core.xml"]).toContain("<dc:title>Report &amp; more</dc:title>");
  expect(parts["docProps/core.xml"]).toContain("2026-11-30T15:00:00Z");
  expect(parts["docProps/core.xml"]).not.toMatch(/creator|lastModifiedBy/);
  expect(Object.values(parts).join("")).not.toMatch(/Un-named|<Company>[^<]/);
});

test("the PDF is tagged with headings, nested lists and heads of tables, says its language, and is the same each time", async () => {
  const [one, other] = [await toPdf(paper()), await toPdf(paper())];
  expect(one.equals(other)).toBe(true);
  const text = one.toString("latin1");
  for (const part of [
    "/S /H1",
    "/S /H2",
    "/S /H3",
    "/S /L\n",
    "/S /LI",
    "/S /Lbl",
    "/S /LBody",
    "/S /Table",
    "/S /TH",
    "/Lang (en)",
    "/Outlines",
    "/Lang (es)",
  ])
    expect([part, text.includes(part)]).toEqual([part, true]);
});

test("a table that goes on has its heads on every page, and every page its number", async () => {
  const rows = Array.from({ length: 120 }, (_, place) => [`Country ${place}`, "no"]);
  const blocks: readonly Block[] = [
    { kind: "table", caption: "Long", heads: ["Country", "Yes or no"], rows, widths: [1, 1] },
  ];
  const said = textOfPdf(await toPdf(paper(blocks)));
  const pages = Number(/1 \/ (\d+)/.exec(said)?.[1]);
  expect(pages).toBeGreaterThan(2);
  expect(said.match(/Yes or no/g)).toHaveLength(pages);
  for (let page = 1; page <= pages; page += 1) expect(said).toContain(`${page} / ${pages}`);
  for (const [name] of rows) expect(said).toContain(name);
});

test("no page begins with the note or the last line of a table, and none ends with a heading, or the name and heads of a table", async () => {
  const pagesOf = async (blocks: readonly Block[]) =>
    textOfPdf(await toPdf(paper(blocks)))
      .split(/ \d+ \/ \d+ ?/)
      .map((page) => page.trim());
  const line = (text: string): Block => ({ kind: "paragraph", runs: [{ text }] });
  let [went, alone] = [0, 0];
  // More of them each time, so that in some of the files what matters comes to the end of the page.
  for (let count = 26; count < 38; count += 1) {
    const rows = Array.from({ length: count }, (_, place) => [`Country ${place}`, "no"]);
    const pages = await pagesOf([
      { kind: "table", caption: "Table", heads: ["Country", "Yes or no"], rows, widths: [1, 1] },
      { kind: "note", text: "What it is." },
      { kind: "break" },
      ...rows.map(([name = ""]) => line(name)),
      { kind: "subheading", text: "Said" },
      line("Below it."),
    ]);
    expect(pages.filter((page) => page.startsWith("What it is."))).toEqual([]);
    expect(pages.filter((page) => page.startsWith(`Country Yes or no Country ${count - 1} `))).toEqual([]);
    expect(pages.filter((page) => page.endsWith("Yes or no"))).toEqual([]);
    alone += pages.filter((page) => page.startsWith(`Country Yes or no Country ${count - 2} `)).length;
    expect(pages.filter((page) => page.endsWith("Said"))).toEqual([]);
    went = Math.max(went, pages.length);
  }
  expect(went).toBeGreaterThan(3);
  // In one of them the last line would have begun a page alone.
  expect(alone).toBeGreaterThan(0);
});

test("the HTML file loads nothing, runs nothing and sends nothing", () => {
  const html = toHtml(paper());
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|url\((?!data:font)|@import|https?:/i);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain('<p class="quiet" lang="es">a otra persona</p>');
});

test("a report longer than any that was held has every point and every line in each file, and is small", async () => {
  const long = longPaper();
  const docx = await toDocx(long);
  const { paragraphs } = readDocx(docx);
  expect(paragraphs.filter(({ mark }) => mark !== "")).toHaveLength(60);
  expect(paragraphs.filter(({ mark }) => mark !== "").at(-1)?.mark).toBe("b)");
  expect(paragraphs.filter(({ isInTable }) => isInTable)).toHaveLength(11 * 61 * 4);
  const pdf = await toPdf(long);
  expect(pdf.toString("latin1").match(/\/S \/Figure\b/g)).toHaveLength(12);
  expect(bare(textOfPdf(pdf).replace(/ \d+ \/ \d+ ?/g, " "))).toContain("20.TheNetworkthanks");
  const html = Buffer.from(toHtml(long));
  for (const [kind, { length }] of Object.entries({ docx, pdf, html }))
    expect([kind, length < 3_000_000]).toEqual([kind, true]);
});

test("a PDF gives other work its turn after each of its points", async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const points = sample.filter(({ kind }) => kind === "point");
  await toPdf(paper([...points, ...points, ...points]));
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(points.length * 3);
});
