import { expect, test } from "vitest";
import { languages } from "../catalogue/language.ts";
import { columnsOf, dayOfCell, meaningOf, peopleHeads, roleInFile, roleOfCell } from "./people-file.ts";
import { roles } from "./role.ts";
import { roleNames } from "./role-names.ts";

test("heads and words are understood in every language, whatever the capitals and accents; others are none", () => {
  expect(columnsOf(["NOMBRE", "direccion de correo", "Role", "Notas"])).toEqual(["name", "address", "role", null]);
  const cells = [
    "Punto focal",
    "focal point",
    "focal_point",
    " SUPLENTE ",
    "Punto focal suplente",
    "institucion contribuyente",
  ];
  expect(cells.map((cell) => roleOfCell(cell))).toEqual([
    ...["focal_point", "focal_point", "focal_point", "alternate", "alternate", "contributor"],
  ]);
  // As files that were downloaded before name them.
  const former = ["Colaborador", "Aprobador", "Delegado del GRCM", "Observador"];
  expect(former.map((cell) => roleOfCell(cell))).toEqual(["contributor", "approver", "rcgm_delegate", "observer"]);
  expect(roleOfCell("Ministro")).toBeUndefined();
});

test("no head and no role is taken for another in any language", () => {
  const tables: readonly Readonly<Record<string, { readonly en: string; readonly es: string }>>[] = [
    peopleHeads,
    roleInFile,
  ];
  for (const words of tables)
    for (const [code, { en, es }] of Object.entries(words))
      expect([meaningOf(en, words), meaningOf(es, words)]).toEqual([code, code]);
  for (const language of languages)
    for (const role of roles)
      for (const words of [roleNames[language].inList, roleNames[language].name])
        expect([words[role], roleOfCell(words[role])]).toEqual([words[role], role]);
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
