import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageFacts, languages } from "../catalogue/language.ts";
import { addDays } from "../round/calendar-date.ts";
import { parseDate } from "./parse-date.ts";

describe("a date is read day first", () => {
  test.each([
    ["2027-04-30", "2027-04-30"],
    ["2027/04/30", "2027-04-30"],
    ["2027-4-3", "2027-04-03"],
    ["30/04/2027", "2027-04-30"],
    ["3/4/2027", "2027-04-03"],
    ["04/05/2021", "2021-05-04"],
    ["30-4-2027", "2027-04-30"],
    ["30.04.2027", "2027-04-30"],
    [" 29/02/2028 ", "2028-02-29"],
    ["30 de abril de 2021", "2021-04-30"],
    ["30 de Abril del 2021", "2021-04-30"],
    ["viernes, 30 de abril de 2021", "2021-04-30"],
    ["30 April 2021", "2021-04-30"],
    ["30-abr-2021", "2021-04-30"],
    ["30 abr. 2021", "2021-04-30"],
    ["Friday, 30 April 2021", "2021-04-30"],
    ["April 30, 2021", "2021-04-30"],
    ["1.º de mayo de 2021", "2021-05-01"],
    ["1st May 2021", "2021-05-01"],
    ["3 de setiembre de 2021", "2021-09-03"],
    ["sábado 1 de mayo de 2021", "2021-05-01"],
  ])("%j is %s", (text, value) => expect(parseDate(text)).toEqual({ kind: "date", value }));

  test.each([
    ["29/02/2027", "not-a-date"],
    ["04/30/2027", "not-a-date"],
    ["30/04/27", "not-a-date"],
    ["30/04-2027", "not-a-date"],
    ["31 de abril de 2021", "not-a-date"],
    ["30 de abrel de 2021", "not-a-date"],
    ["abril de 2021", "not-a-date"],
    ["soon", "not-a-date"],
    ["1/1/1899", "outside-years"],
    ["31/12/2150", "outside-years"],
    ["1 de enero de 0020", "outside-years"],
    ["30/02/2150", "not-a-date"],
    ["３0/04/2027", "not-a-date"],
    ["30/04/2027\t31/05/2027", "several-cells"],
    ["lunes, 30 de abril de 2021", "other-weekday"],
  ])("%j is refused as %s", (text, reason) => expect(parseDate(text)).toEqual({ kind: "invalid", reason, text }));

  test("blank text is empty", () => expect(parseDate(" ")).toEqual({ kind: "empty" }));

  test("every date is read back as the portal writes it, in each language", () => {
    const shapes: readonly Intl.DateTimeFormatOptions[] = [
      { day: "numeric", month: "long", year: "numeric" },
      { day: "numeric", month: "short", year: "numeric" },
      { weekday: "long", day: "numeric", month: "long", year: "numeric" },
      { day: "2-digit", month: "2-digit", year: "numeric" },
    ];
    const formats = languages.flatMap((language) =>
      shapes.map((shape) => new Intl.DateTimeFormat(languageFacts[language].dates, { ...shape, timeZone: "UTC" })),
    );
    fc.assert(
      fc.property(fc.nat(60_000), (days) => {
        const value = addDays("1930-01-01", days);
        for (const format of formats)
          expect(parseDate(format.format(new Date(`${value}T00:00:00Z`)))).toEqual({ kind: "date", value });
      }),
    );
  });
});
