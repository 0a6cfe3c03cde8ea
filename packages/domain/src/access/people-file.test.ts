import { expect, test } from "vitest";
import { columnsOf, dayOfCell, meaningOf, peopleHeads, roleInFile } from "./people-file.ts";

test("heads and words are understood in every language, whatever the capitals and accents; others are none", () => {
  expect(columnsOf(["NOMBRE", "direccion de correo", "Role", "Notas"])).toEqual(["name", "address", "role", null]);
  expect(
    ["Punto focal", "focal point", "focal_point", " SUPLENTE "].map((cell) => meaningOf(cell, roleInFile)),
  ).toEqual([...["focal_point", "focal_point", "focal_point", "alternate"]]);
  expect(meaningOf("Ministro", roleInFile)).toBeUndefined();
});

test("no head and no role is taken for another in any language", () => {
  const tables: readonly Readonly<Record<string, { readonly en: string; readonly es: string }>>[] = [
    peopleHeads,
    roleInFile,
  ];
  for (const words of tables)
    for (const [code, { en, es }] of Object.entries(words))
      expect([meaningOf(en, words), meaningOf(es, words)]).toEqual([code, code]);
});

test.each([
  ["2027-03-31", "2027-03-31"],
  ["31/3/2027", "2027-03-31"],
  ["3/31/2027", "2027-03-31"],
  ["05.05.2027", "2027-05-05"],
  ["3/4/2027", "two_readings"],
  ["2027-02-30", "no_day"],
  ["31/2/2027", "no_day"],
  ["marzo", "no_day"],
  [" ", null],
])("the day %j is read as %s", (cell, day) => expect(dayOfCell(cell)).toBe(day));
