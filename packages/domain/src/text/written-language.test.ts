import { expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { languages } from "../catalogue/language.ts";
import { writtenLanguage } from "./written-language.ts";

test("what is written in a language is known by its small words; a name or a number is of none", () => {
  for (const language of languages)
    for (const { definition } of catalogue.indicators)
      expect([definition[language], writtenLanguage(definition[language])]).toEqual([definition[language], language]);
  expect(
    [
      "Registro del equipo de respuesta",
      "Verified with the register of the police",
      "INEGI 2026",
      "El Salvador",
      "",
    ].map(writtenLanguage),
  ).toEqual(["es", "en", null, null, null]);
});
