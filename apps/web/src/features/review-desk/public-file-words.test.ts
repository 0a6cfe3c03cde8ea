import { languages } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { publicFileTexts } from "./public-file.texts.ts";

const edition = "2027-05-12T16:00:00.000Z";

/** As the page says it, in every language. */
function said(id: number | null, reports: Readonly<Record<string, number>> = {}): readonly string[] {
  return languages.map((language) => {
    const f = formatsFor(language);
    const remaining = Object.entries(reports).map(([country, of]) => ({ country, reports: of }));
    return publicFileTexts[language].behind(
      id === null ? null : { id, day: f.date(edition.slice(0, 10)) },
      remaining,
      f.list,
    );
  });
}

test("which edition the public reads, that a newer one is being made, and what it waits for", () => {
  expect(said(36)).toEqual([
    "The public file is edition 36 of 12 May 2027; a newer one is being made.",
    "El archivo público es la edición 36, del 12 de mayo de 2027; se prepara una más reciente.",
  ]);
  expect(said(36, { Honduras: 1 })).toEqual([
    "The public file is edition 36 of 12 May 2027; a newer one is being made. Before that, 1 report is still to be prepared (Honduras). If that number does not fall, tell whoever runs the portal.",
    "El archivo público es la edición 36, del 12 de mayo de 2027; se prepara una más reciente. Antes falta preparar 1 informe (Honduras). Si ese número no disminuye, avise a quien opera el portal.",
  ]);
  expect(said(36, { Honduras: 2, Belize: 1 })).toEqual([
    expect.stringContaining("Before that, 3 reports are still to be prepared (Honduras and Belize)."),
    expect.stringContaining("Antes falta preparar 3 informes (Honduras y Belize)."),
  ]);
});

test("of many countries it says how many reports, and without an edition that there is none to read", () => {
  expect(said(36, { A: 1, B: 1, C: 1, D: 30 })).toEqual([
    expect.stringContaining("33 reports are still to be prepared."),
    expect.stringContaining("33 informes."),
  ]);
  expect(said(null)).toEqual([
    "The public pages cannot be read at present; their edition is being made.",
    "Las páginas públicas no pueden consultarse por el momento; se prepara su edición.",
  ]);
});
