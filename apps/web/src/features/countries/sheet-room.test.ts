import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnLines, fit, linesInColumn } from "./sheet-room.ts";

test("what fits is shown from the first on; what does not is counted, and its line is kept free", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 30 }),
      (lines, room) => {
        const items = lines.map((own, place) => ({ own, place }));
        const { shown, left, lines: used } = fit(items, ({ own }) => own, room);
        expect(shown).toEqual(items.slice(0, shown.length));
        expect(shown.length + left).toBe(items.length);
        expect(used).toBe(shown.reduce((sum, { own }) => sum + own, 0) + (left > 0 ? 1 : 0));
        expect(used).toBeLessThanOrEqual(room);
        // Nothing is left out that would have fitted.
        const next = items[shown.length];
        if (next) expect(used + next.own).toBeGreaterThan(room);
      },
    ),
  );
});

test("long answers and cautions take lines from the columns, never more than there are", () => {
  const long = "word ".repeat(400);
  expect(columnLines([], [])).toBeGreaterThan(columnLines(["one"], []));
  expect(columnLines(["one"], [])).toBeGreaterThan(columnLines(["one"], ["one"]));
  expect(columnLines([long, long, long, long], [long, long])).toBe(0);
  expect(linesInColumn("word")).toBe(1);
  expect(linesInColumn("word ".repeat(60), 40)).toBeGreaterThan(linesInColumn("word ".repeat(60)));
});

test("the sizes are those of the style", () => {
  const style = readFileSync(new URL("country-sheet.module.css", import.meta.url), "utf8");
  for (const size of [
    "8pt / 3.65mm",
    "10.5pt / 4.75mm",
    "margin: 9mm 11mm",
    "block-size: 9mm",
    "block-size: 16mm",
    "gap: 0 8mm",
  ])
    expect(style).toContain(size);
});
