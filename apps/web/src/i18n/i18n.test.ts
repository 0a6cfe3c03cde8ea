import { describe, expect, test } from "vitest";
import { defineTexts, pluralEn, pluralEs } from "./i18n.ts";

describe("texts", () => {
  test("a Spanish text that is missing, left over or of another shape does not compile", () => {
    const en = { title: "Title", left: (n: number) => pluralEn(n, { one: "# day", other: "# days" }) };
    // @ts-expect-error `left` is missing
    defineTexts(en, { title: "Título" });
    // @ts-expect-error `more` is not in the English texts
    defineTexts(en, { title: "Título", left: () => "", more: "más" });
    // @ts-expect-error a function is not a text
    defineTexts(en, { title: () => "Título", left: () => "" });
    const texts = defineTexts(en, { title: "Título", left: (n) => pluralEs(n, { one: "# día", other: "# días" }) });
    expect(texts.en.left(1)).toBe("1 day");
    expect(texts.es.left(1200)).toBe("1,200 días");
  });

  test("zero may have words of its own", () => {
    expect(pluralEs(0, { zero: "Ningún país", one: "# país", other: "# países" })).toBe("Ningún país");
    expect(pluralEn(0, { one: "# country", other: "# countries" })).toBe("0 countries");
  });
});
