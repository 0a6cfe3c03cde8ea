import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { csvFile, type Table, workbook } from "./table-file.ts";

const table: Table = {
  name: "Solicitudes: Honduras / 2026 [todas las que se hicieron]",
  title: "Solicitudes a Honduras",
  above: ["Hecho el 30 de noviembre de 2026"],
  columns: [
    { head: "Día", width: 12 },
    { head: "Cuándo", width: 18 },
    { head: "N.º", width: 6 },
    { head: "Qué dijo", width: 40 },
  ],
  lines: [
    [
      { day: "2026-04-30" },
      { moment: new Date("2026-04-30T15:00:00Z"), timeZone: "America/Tegucigalpa" },
      2,
      '=HYPERLINK("http://x")',
    ],
    [null, null, 3, "a; b\u0007 <c> & d"],
  ],
  below: ["Un servidor de correo aceptó."],
};

/** The parts of a workbook by name. */
async function parts() {
  const files = unzipSync(new Uint8Array(await workbook([table])));
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
}

describe("a table as a file", () => {
  test("a workbook holds words as words, without any formula, and days as dates that sort", async () => {
    const part = await parts();
    const sheet = part("xl/worksheets/sheet1.xml");
    expect(sheet).not.toContain("<f>");
    expect(part("xl/sharedStrings.xml")).toContain("=HYPERLINK(");
    expect(part("xl/sharedStrings.xml")).toContain("a; b &lt;c> &amp; d".replace("c>", "c&gt;"));
    // 30 April 2026 is day 46142 of a workbook; 09:00 in Tegucigalpa is three eighths of it.
    expect(sheet).toMatch(/<c r="A4"[^>]*><v>46142<\/v>/);
    expect(sheet).toMatch(/<c r="B4"[^>]*><v>46142\.375<\/v>/);
    expect(sheet).toMatch(/<c r="C4"[^>]*><v>2<\/v>/);
  });

  test("a text that no cell of a workbook holds is cut there between two characters and shows it; the CSV has it whole", async () => {
    const long = `a${"😀".repeat(20_000)}`;
    const one = { ...table, lines: [[null, null, null, long]] };
    const files = unzipSync(new Uint8Array(await workbook([one])));
    const held = /a(😀+)(.*?)<\/t>/u.exec(strFromU8(files["xl/sharedStrings.xml"] ?? new Uint8Array()));
    expect([held?.[1]?.length, held?.[2]]).toEqual([32_764, "…"]);
    expect(csvFile(one, "es").toString("utf8")).toContain(long);
  });

  test("the sheet has a name that every spreadsheet takes", async () => {
    const part = await parts();
    expect(/<sheet [^>]*name="([^"]*)"/.exec(part("xl/workbook.xml"))?.[1]).toBe("Solicitudes  Honduras   2026  t");
  });

  test("on paper each page has the heads and the first column, and a wide table takes as few pages as let it be read", async () => {
    const many = { ...table, name: "Q&A 'x'", columns: table.columns.map((column) => ({ ...column, width: 120 })) };
    const files = unzipSync(new Uint8Array(await workbook([table, many])));
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const fits = [1, 2].map((place) => {
      const sheet = part(`xl/worksheets/sheet${place}.xml`);
      // As the format orders them: a program refuses a sheet whose parts stand otherwise.
      const order = [
        "<sheetPr>",
        "<sheetViews>",
        "<sheetFormatPr ",
        "<cols>",
        "<sheetData>",
        "<pageSetup ",
        "<headerFooter>",
      ];
      const places = order.map((name) => sheet.indexOf(name));
      expect(places).toEqual(places.filter((at) => at >= 0).sort((one, other) => one - other));
      expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
      return /fitToWidth="(\d+)" fitToHeight="0"/.exec(sheet)?.[1];
    });
    expect(fits).toEqual(["1", "3"]);
    const titles = [...part("xl/workbook.xml").matchAll(/localSheetId="(\d)">([^<]*)</g)].map(([, ...found]) => found);
    const [first, second] = ["'Solicitudes  Honduras   2026  t'", "'Q&amp;A ''x'''"];
    expect(titles).toEqual([
      ["0", `${first}!$A:$A,${first}!$3:$3`],
      ["1", `${second}!$A:$A,${second}!$3:$3`],
    ]);
  });

  test("as CSV its first line is its head, and nothing in it is run as a formula", () => {
    expect(csvFile(table, "es").toString("utf8")).toBe(
      [
        "\uFEFFDía;Cuándo;N.º;Qué dijo",
        `2026-04-30;2026-04-30 09:00;2;"'=HYPERLINK(""http://x"")"`,
        `;;3;"a; b <c> & d"`,
        "",
      ].join("\r\n"),
    );
  });
});
