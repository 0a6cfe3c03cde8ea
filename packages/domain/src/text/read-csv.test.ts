import { expect, test } from "vitest";
import { readCsv } from "./read-csv.ts";

test.each<[string, string, readonly (readonly string[])[]]>([
  [
    "a semicolon and a byte order mark",
    "\ufeffNombre;Dirección\r\nAna;a@x.example\r\n",
    [
      ["Nombre", "Dirección"],
      ["Ana", "a@x.example"],
    ],
  ],
  [
    "commas",
    "name,address\nAna,a@x.example",
    [
      ["name", "address"],
      ["Ana", "a@x.example"],
    ],
  ],
  [
    "tabs, as pasted from a sheet",
    "name\taddress\nAna\ta@x.example",
    [
      ["name", "address"],
      ["Ana", "a@x.example"],
    ],
  ],
  [
    "the delimiter named in the first line",
    "sep=,\r\na;b,c\r\n1,2",
    [
      ["a;b", "c"],
      ["1", "2"],
    ],
  ],
  [
    "quotes with delimiters, quotes and line ends",
    'a;b\n"x;""y""";"one\r\ntwo"\n',
    [
      ["a", "b"],
      ['x;"y"', "one\r\ntwo"],
    ],
  ],
  [
    "old line ends",
    "a;b\rc;d\r",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "empty lines",
    "a;b\n;\n\n  ; \nc;d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "the apostrophe before what looks like a formula",
    "a;b\n'+50622223333;'tis",
    [
      ["a", "b"],
      ["+50622223333", "'tis"],
    ],
  ],
  ["a quote that is never closed", 'a\n"b;c\nd', [["a"], ["b;c\nd"]]],
  ["nothing", "", []],
])("reads %s", (_, text, rows) => {
  expect(readCsv(text).map(({ cells }) => cells)).toEqual(rows);
});

test("a row says on which line of the file it begins", () => {
  expect(readCsv('sep=;\na;b\n\n"x\ny";z\nc;d').map(({ line }) => line)).toEqual([2, 4, 6]);
});
