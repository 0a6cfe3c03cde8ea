import { languages } from "@avances/domain/catalogue";
import { catalogue } from "@avances/domain/testing/catalogue";
import { expect, test } from "vitest";
import { articleWords, citedArticles } from "./article-words.ts";

test("paragraphs of one article are cited together, once each, in the order of the text", () => {
  const cited = citedArticles([
    { instrument: "UNTOC", article: "10", paragraph: null },
    { instrument: "TIP", article: "9", paragraph: "1)(b" },
    { instrument: "TIP", article: "9", paragraph: "1" },
    { instrument: "TIP", article: "9", paragraph: "1)(b" },
    { instrument: "SOM", article: "3", paragraph: "a" },
  ]);
  expect(cited.map(({ key }) => key)).toEqual(["tip-9", "som-3", "untoc-10"]);
  expect(cited.map(articleWords.en.cited)).toEqual([
    "Trafficking Protocol, Art. 9(1), 9(1)(b)",
    "Smuggling Protocol, Art. 3(a)",
    "Organized Crime Convention, Art. 10",
  ]);
  expect(cited.map(articleWords.es.cited)).toEqual([
    "Protocolo contra la trata de personas, art. 9(1), 9(1)(b)",
    "Protocolo contra el tráfico ilícito de migrantes, art. 3(a)",
    "Convención contra la delincuencia organizada, art. 10",
  ]);
});

test("an article is named with its treaty, in Spanish with the right article of grammar", () => {
  const six = { instrument: "TIP", article: "6" } as const;
  expect(articleWords.en.whole(six)).toBe("Article 6 of the Trafficking Protocol");
  expect(articleWords.es.whole(six)).toBe("Artículo 6 del Protocolo contra la trata de personas");
  expect(articleWords.es.whole({ instrument: "UNTOC", article: "20" })).toBe(
    "Artículo 20 de la Convención contra la delincuencia organizada",
  );
});

test("no citation of the catalogue is shown as it is stored", () => {
  const all = [...catalogue.indicators, ...catalogue.objectives];
  for (const language of languages)
    for (const { articles } of all)
      for (const words of citedArticles(articles).map(articleWords[language].cited))
        expect(words).toMatch(/, [Aa]rt\. \d+(\([a-z\d]+\))*(, \d+(\([a-z\d]+\))*)*$/);
});
