import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue, indicatorOf } from "../../testing/catalogue.ts";
import { type BlockRows, blockSize, tabbedRows } from "./block-rows.ts";
import { pasteOutcome } from "./paste-outcome.ts";
import { readBlock } from "./pasted-block.ts";

const victims = indicatorOf("TIP-PRO-01");
const assisted = indicatorOf("TIP-PRO-04");
const rowsOf = (sheet: readonly (readonly string[])[]): BlockRows =>
  sheet.map((row) => row.map((text) => ({ text, exact: null })));
const read = (sheet: readonly (readonly string[])[], at = "total", indicator = victims) =>
  readBlock({ catalogue, indicator, rows: rowsOf(sheet), at });
const told = (block: ReturnType<typeof read>) =>
  block.cells.map(({ place, figure, refusal }) => `${place} ${figure ?? refusal?.kind}`);
const codesOf = (list: string) => catalogue.codeLists.find(({ code }) => code === list)?.codes ?? [];

describe("the text of a spreadsheet", () => {
  test("tabs part cells, line breaks rows; a quoted cell keeps both", () => {
    const cells = (text: string) => tabbedRows(text).map((row) => row.map((cell) => cell.text));
    expect(cells("a\t1\r\nb\t2\r\n")).toEqual([
      ["a", "1"],
      ["b", "2"],
    ]);
    expect(cells('"dos\nlíneas"\t"dice ""no"""\n')).toEqual([["dos\nlíneas", 'dice "no"']]);
    expect(cells("5\r120\r300")).toEqual([["5"], ["120"], ["300"]]);
    expect(cells("\t7\n\n8\t")).toEqual([["", "7"], [""], ["8", ""]]);
  });

  test("whatever cells are written is what is read", () => {
    const cell = fc.string({ maxLength: 8 }).map((text) => text.trim());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (sheet) => {
        const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = `${sheet.map((row) => row.map(quoted).join("\t")).join("\n")}\n`;
        expect(tabbedRows(text).map((row) => row.map((one) => one.text))).toEqual(sheet);
      }),
    );
  });

  test("one figure is no block, and neither is a text that is far too large", () => {
    expect(blockSize(rowsOf([["34"]]))).toBe("single");
    expect(
      blockSize(
        rowsOf([
          ["34", ""],
          ["", ""],
        ]),
      ),
    ).toBe("single");
    expect(blockSize(rowsOf([["34"], ["35"]]))).toBe("block");
    expect(blockSize(rowsOf(Array.from({ length: 2_500 }, () => ["1", "2"])))).toBe("block");
    expect(blockSize(rowsOf(Array.from({ length: 2_501 }, () => ["1", "2"])))).toBe("too-large");
    // A column copied to its end, in which one figure stands.
    expect(blockSize(rowsOf([["34"], ...Array.from({ length: 6_000 }, () => [""])]))).toBe("single");
  });
});

describe("a block with labels", () => {
  test("is read in any language, without capitals and accents, and by codes; its order does not matter", () => {
    expect(
      told(
        read([
          ["TRANSFRONTERIZA", "11"],
          ["Domestic", "23"],
        ]),
      ),
    ).toEqual(["b/traffickingScope/crossBorder 11", "b/traffickingScope/domestic 23"]);
    expect(
      told(
        read([
          ["forcedCriminality", "4"],
          ["extraccion de organos", "0"],
        ]),
      ),
    ).toEqual(["b/formOfExploitation/forcedCriminality 4", "b/formOfExploitation/organRemoval 0"]);
  });

  test("a label with two names is found by each of them", () => {
    const names = ["Otro", "según registro", "Other", "Other / as recorded"];
    for (const name of names) expect(told(read([["Sexo", name, "3"]])), name).toEqual(["b/sex/other 3"]);
    expect(told(read([["Sexo", "registro", "3"]]))).toEqual(["null no-such-label"]);
  });

  test("a label of several breakdowns belongs to that of the rows before, or to the one that is named", () => {
    expect(
      told(
        read([
          ["Interna", "23"],
          ["Se desconoce", "0"],
          ["Mujer", "19"],
          ["Se desconoce", "1"],
        ]),
      ),
    ).toEqual(["b/traffickingScope/domestic 23", "b/traffickingScope/unknown 0", "b/sex/female 19", "b/sex/unknown 1"]);
    expect(
      told(
        read([
          ["Por grupo de edad", ""],
          ["Se desconoce", "2"],
        ]),
      ),
    ).toEqual(["b/ageGroup/unknown 2"]);
    expect(
      told(
        read([
          ["Sexo", "Se desconoce", "2"],
          ["", "Mujer", "4"],
        ]),
      ),
    ).toEqual(["b/sex/unknown 2", "b/sex/female 4"]);
    expect(
      told(
        read([
          ["Se desconoce", "2"],
          ["Total", "34"],
        ]),
      ),
    ).toEqual(["null two-lists", "total 34"]);
  });

  test("a two-way table is found by its head and its rows, with its sums", () => {
    const sheet = [
      ["", "NNA", "Persona adulta (18 o más)", "Se desconoce", "Suma"],
      ["Mujer", "15", "4", "0", "19"],
      ["Hombre", "5", "2", "0", "7"],
      ["Total", "27", "7", "0", "34"],
    ];
    expect(told(read(sheet)).filter((line) => !line.startsWith("null"))).toEqual([
      "x/sex×ageGroup/female/adult 4",
      "x/sex×ageGroup/female/unknown 0",
      "b/sex/female 19",
      "x/sex×ageGroup/male/adult 2",
      "x/sex×ageGroup/male/unknown 0",
      "b/sex/male 7",
      "b/ageGroup/adult 7",
      "b/ageGroup/unknown 0",
      "total 34",
    ]);
    // The column whose head is unknown is said to be outside, and not guessed.
    expect(told(read(sheet)).filter((line) => line.startsWith("null"))).toEqual(Array(3).fill("null no-such-label"));
    const turned = [
      ["", "Mujer", "Hombre"],
      ["Persona adulta", "4", "2"],
    ];
    expect(told(read(turned))).toEqual(["x/sex×ageGroup/female/adult 4", "x/sex×ageGroup/male/adult 2"]);
  });

  test("an empty cell says nothing, and a text that is no figure is told with its reason", () => {
    const block = read([
      ["Interna", ""],
      ["Transfronteriza", "11"],
      ["Mujer", "5*"],
      ["Hombre", "<5"],
      ["Explotación sexual", "1,5"],
      ["Otra", "n/d"],
      ["Actividad delictiva forzada", "12.000"],
    ]);
    expect(told(block)).toEqual([
      "b/traffickingScope/crossBorder 11",
      "b/sex/female sign",
      "b/sex/male bound",
      "b/formOfExploitation/sexualExploitation unreadable",
      "b/formOfExploitation/other unreadable",
      "b/formOfExploitation/forcedCriminality ambiguous",
    ]);
  });

  test("several figures beside a label, the same place twice, and a figure without a label are refused", () => {
    expect(
      told(
        read([
          ["Interna", "23", "26"],
          ["Mujer", "4"],
        ]),
      ),
    ).toEqual(["null several-figures", "null several-figures", "b/sex/female 4"]);
    expect(
      told(
        read([
          ["Interna", "23"],
          ["Domestic", "23"],
          ["Mujer", "1"],
        ]),
      ),
    ).toEqual(["b/traffickingScope/domestic repeated", "b/traffickingScope/domestic repeated", "b/sex/female 1"]);
    expect(
      told(
        read([
          ["Interna", "23"],
          ["", "7"],
        ]),
      ),
    ).toEqual(["b/traffickingScope/domestic 23", "null no-label"]);
    expect(
      told(
        read([
          ["Suma de control", "34"],
          ["Interna", "23"],
        ]),
      ),
    ).toEqual(["null no-such-label", "b/traffickingScope/domestic 23"]);
  });

  test("a source that says which number it holds settles two readings, and is refused when it shows another", () => {
    const cellsOf = (text: string, exact: number) =>
      readBlock({
        catalogue,
        indicator: victims,
        rows: [
          [
            { text: "Interna", exact: null },
            { text, exact },
          ],
        ],
        at: "total",
      }).cells;
    expect(cellsOf("12.000", 12_000)[0]).toMatchObject({ figure: 12_000 });
    expect(cellsOf("15", 14.6)[0]).toMatchObject({ figure: null, refusal: { kind: "rounded", holds: 14.6 } });
  });

  test("whatever is pasted, each figure that is taken is the text of its cell, and no place is taken twice", () => {
    const label = fc.constantFrom(
      ...codesOf("sex").map(({ label }) => label.es),
      ...codesOf("formOfExploitation").map(({ label }) => label.en),
      "Total",
      "Otra cosa",
      "",
    );
    const figure = fc.constantFrom("", "0", "7", "34", "5*", "<5", "1,5", "1.234", "12.000", "n/d", "-3");
    fc.assert(
      fc.property(fc.array(fc.tuple(label, figure), { minLength: 1, maxLength: 12 }), (sheet) => {
        const { cells } = read(sheet, "b/sex/female");
        const taken = cells.filter((cell) => cell.figure !== null);
        for (const { figure: number, text } of taken) expect(text.replace(".", "")).toBe(String(number));
        expect(new Set(taken.map(({ place }) => place)).size).toBe(taken.length);
        expect(cells).toHaveLength(sheet.filter(([, text]) => text !== "").length);
        for (const { figure: number, refusal } of cells) expect(number === null).toBe(refusal !== null);
      }),
    );
  });
});

describe("a block of figures alone", () => {
  test("goes from the cell in which it is pasted, and not beyond its table", () => {
    expect(read([["11"], ["0"], ["7"]], "b/traffickingScope/crossBorder")).toMatchObject({ by: "position" });
    expect(told(read([["11"], ["0"], ["7"]], "b/traffickingScope/crossBorder"))).toEqual([
      "b/traffickingScope/crossBorder 11",
      "b/traffickingScope/unknown 0",
      "null beyond",
    ]);
    expect(
      told(
        read(
          [
            ["15", "4"],
            ["5", ""],
          ],
          "x/sex×ageGroup/female/child",
        ),
      ),
    ).toEqual(["x/sex×ageGroup/female/child 15", "x/sex×ageGroup/female/adult 4", "x/sex×ageGroup/male/child 5"]);
    expect(told(read([["14"], ["34"]], "numerator", assisted))).toEqual(["numerator 14", "denominator 34"]);
  });
});

describe("what becomes of a block", () => {
  const table = { female: [15, 4, 0], male: [5, 2, 0], other: [7, 1, 0], unknown: [0, 0, 0] };
  const typed = new Map<string, number>([
    ["total", 34],
    ["b/traffickingScope/domestic", 21],
    ...Object.entries(table).flatMap(([row, figures]) =>
      ["child", "adult", "unknown"].map((column, place): [string, number] => [
        `x/sex×ageGroup/${row}/${column}`,
        figures[place] ?? 0,
      ]),
    ),
  ]);
  const fates = (sheet: readonly (readonly string[])[], known: ReadonlyMap<string, number> = typed) =>
    pasteOutcome({ catalogue, indicator: victims, cells: read(sheet).cells, typed: known, linked: null }).map(
      ({ fate }) => fate,
    );

  test("sums that the cells give are checked and not taken, and one that differs is told", () => {
    expect(
      fates([
        ["Total", "34"],
        ["Mujer", "19"],
        ["Hombre", "8"],
        ["Interna", "23"],
      ]),
    ).toEqual([
      { kind: "checked", figure: 34 },
      { kind: "checked", figure: 19 },
      { kind: "differs", figure: 8, gives: 7 },
      { kind: "taken", figure: 23, before: 21 },
    ]);
  });

  test("sums that nothing gives are figures like any other", () => {
    expect(
      fates(
        [
          ["Total", "34"],
          ["Mujer", "19"],
        ],
        new Map(),
      ),
    ).toEqual([
      { kind: "taken", figure: 34, before: null },
      { kind: "taken", figure: 19, before: null },
    ]);
  });

  test("a denominator of another answer is only compared with it", () => {
    const { cells } = read(
      [
        ["Numerador", "14"],
        ["Denominador", "33"],
      ],
      "numerator",
      assisted,
    );
    const outcome = pasteOutcome({ catalogue, indicator: assisted, cells, typed: new Map(), linked: 34 });
    expect(outcome.map(({ fate }) => fate)).toEqual([
      { kind: "taken", figure: 14, before: null },
      { kind: "differs", figure: 33, gives: 34 },
    ]);
  });
});
