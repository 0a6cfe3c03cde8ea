import type { Indicator } from "@avances/domain/catalogue";
import { describe, expect, test } from "vitest";
import { csvCell, csvHeader, csvLines, pickLines } from "./csv.ts";

const indicator = { code: "TIP-PRO-01", unit: { en: "persons", es: "personas" } } as Indicator;
type Row = Parameters<typeof csvLines>[1][number];
const row = (part: Partial<Row>): Row => ({
  country: "CRI",
  roundYear: 2025,
  referenceYear: 2024,
  state: "reported",
  value: null,
  ...part,
});

describe("the long file", () => {
  test("zero is 0, hidden is s, and a missing value is empty with its state", () => {
    const lines = csvLines(
      indicator,
      [
        row({ value: { type: "count", total: 0, breakdowns: { sex: { female: 0 } }, crossTabs: {} } }),
        row({
          roundYear: 2024,
          state: "suppressed",
          value: { type: "count", total: "s", breakdowns: {}, crossTabs: {} },
        }),
        row({ roundYear: 2023, state: "not_available" }),
      ],
      7,
      "",
    ).split("\r\n");
    expect(lines).toEqual([
      "CRI,2025,TIP-PRO-01,total,,,0,persons,reported,1,7,",
      "CRI,2025,TIP-PRO-01,count,sex,female,0,persons,reported,1,7,",
      "CRI,2024,TIP-PRO-01,total,,,s,persons,suppressed,1,7,",
      "CRI,2023,TIP-PRO-01,value,,,,persons,not_available,1,7,",
      "",
    ]);
  });

  test("a text that a spreadsheet would run is made a text, and numbers stay numbers", () => {
    expect(["=1+1", " @sum", "+cmd", "－1", "\tx"].map(csvCell)).toEqual(["'=1+1", "' @sum", "'+cmd", "'－1", "'\tx"]);
    expect(csvCell("-12.5")).toBe("-12.5");
    expect(csvCell('say "hi", twice\r\n')).toBe('"say ""hi"", twice\r\n"');
  });

  test("one country and one year can be picked, also when a text holds what looks like a line", () => {
    const trap = row({ country: "GTM", value: { type: "text", text: "a\r\nCRI,2025,fake" } });
    const csv = csvHeader + csvLines(indicator, [trap, row({ state: "not_available" })], 1, "");
    expect(pickLines(csv, "GTM", undefined)).toContain("fake");
    expect(pickLines(csv, "CRI", 2025)).toBe(`${csvHeader}CRI,2025,TIP-PRO-01,value,,,,persons,not_available,1,1,\r\n`);
  });
});
