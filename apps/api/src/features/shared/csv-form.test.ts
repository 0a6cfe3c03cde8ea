import { expect, test } from "vitest";
import { csvCell, csvForms, csvLine, exact } from "./csv-form.ts";

const { plain, es, en } = csvForms;

test("words that a spreadsheet would run are made words, whatever stands before the sign", () => {
  const dangerous = ["=1+1", " @sum", "+cmd", "-2", "－1", "＝x", "\tx", "\u00A0=x", "\r=x"];
  for (const form of [plain, es, en])
    expect(dangerous.map((text) => csvCell(text, form).replaceAll('"', ""))).toEqual(
      dangerous.map((text) => `'${text}`),
    );
});

test("numbers stay numbers, with the decimal sign of the form and no quotes", () => {
  expect(csvCell({ number: "-12.5" }, plain)).toBe("-12.5");
  expect(csvCell({ number: "-12.5" }, es)).toBe("-12,5");
  expect(csvLine([exact(1234.5), "a;b", "c,d"], es)).toBe('1234,5;"a;b";c,d\r\n');
  expect(csvLine([exact(1234.5), "a;b", "c,d"], en)).toBe('1234.5,a;b,"c,d"\r\n');
});

test("a whole number reads back as the same number, to the last digit", () => {
  for (const value of [0, 0.1 + 0.2, 100 / 3, 1e-9, 2 ** 53])
    expect(Number((exact(value) as { number: string }).number)).toBe(value);
});

test("quotes are doubled, and a line end inside a text stays in its cell", () => {
  expect(csvCell('say "hi", twice\r\n', plain)).toBe('"say ""hi"", twice\r\n"');
});
