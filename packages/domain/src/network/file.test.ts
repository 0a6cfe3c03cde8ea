import { expect, test } from "vitest";
import { announceFault, extensionOf, fileLimits, fileTypeOf, nameFault } from "./file.ts";

test.each([
  "Informe.pdf",
  "INFORME.PDF",
  "Acuerdo 2013-11-18 (versión final).docx",
  "Ley N.º 9095.pdf",
  "v1.2 tabla.xlsx",
  "mañana & después.csv",
  "Consulta.com.pdf.txt.pdf",
  "conclusiones.pdf",
  `${"a".repeat(fileLimits.name - 4)}.pdf`,
])("%s is a name", (name) => expect(nameFault(name)).toBeNull());

test.each([
  ["", "name"],
  [".pdf", "name"],
  ["a/../b.pdf", "name"],
  ["..\\b.pdf", "name"],
  ["C:b.pdf", "name"],
  ["CON.pdf", "name"],
  ["nul.pdf", "name"],
  ["LPT1.pdf", "name"],
  ["a\u202efdp.exe.pdf", "name"],
  ["a\u0000.pdf", "name"],
  ["a\n.pdf", "name"],
  [" a.pdf", "name"],
  ["a.pdf ", "name"],
  [`${"a".repeat(300)}.pdf`, "name"],
  ["informe", "extension"],
  ["informe.", "extension"],
  ["informe.html", "extension"],
  ["informe.svg", "extension"],
  ["informe.docm", "extension"],
  ["informe.pdf.exe", "two_extensions"],
  ["informe.exe.pdf", "two_extensions"],
  ["informe.HTML.csv", "two_extensions"],
  ["informe.pdf.docx", "two_extensions"],
] as const)("%j is refused: %s", (name, fault) => expect(nameFault(name)).toBe(fault));

test("the ending decides the type", () => {
  expect(extensionOf("a.b.PDF")).toBe("pdf");
  expect(extensionOf("a")).toBe("");
  expect(fileTypeOf("a.XLSX")).toBe("xlsx");
  expect(fileTypeOf("a.xls")).toBeNull();
});

test.each([
  ["a.pdf", 1, null],
  ["a.pdf", fileLimits.bytes, null],
  ["a.pdf", 0, "empty"],
  ["a.pdf", fileLimits.bytes + 1, "too_large"],
  ["a.exe", 0, "extension"],
] as const)("%s of %d bytes: %s", (name, bytes, fault) => expect(announceFault({ name, bytes })).toBe(fault));
