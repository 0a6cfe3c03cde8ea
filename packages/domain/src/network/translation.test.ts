import { expect, test } from "vitest";
import { inLanguage, type Translation, translationIn, translationState } from "./translation.ts";

const words = { language: "es", subject: "Antecedentes", body: "Texto", textRevision: 2 } as const;
const translation = (more: Partial<Translation>): Translation => ({
  ...{ language: "en", subject: "Background", body: "Text", textRevision: 2, madeBy: "human", at: new Date(1) },
  ...more,
});

test("the five states", () => {
  expect(translationState(words, [], "es")).toBe("original");
  expect(translationState(words, [], "en")).toBe("missing");
  expect(translationState(words, [translation({})], "en")).toBe("translated");
  expect(translationState(words, [translation({ madeBy: "machine" })], "en")).toBe("machine");
  expect(translationState(words, [translation({ textRevision: 1 })], "en")).toBe("outdated");
  expect(translationState({ ...words, textRevision: 3 }, [translation({})], "en")).toBe("outdated");
});

test("an older text's translation, however late it comes, does not stand in for the current one", () => {
  const current = translation({ subject: "Current" });
  const late = translation({ textRevision: 1, at: new Date(9), subject: "Late" });
  for (const order of [
    [current, late],
    [late, current],
  ])
    expect(translationIn(order, "en")?.subject).toBe("Current");
});

test("of the same words the newest counts", () => {
  const first = translation({ madeBy: "machine" });
  const second = translation({ at: new Date(2), subject: "By hand" });
  for (const order of [
    [first, second],
    [second, first],
  ]) {
    expect(translationIn(order, "en")?.subject).toBe("By hand");
    expect(translationState(words, order, "en")).toBe("translated");
  }
});

test("what is missing is shown in its own language, and what is outdated says so", () => {
  expect(inLanguage(words, [], "en")).toEqual({
    language: "es",
    subject: "Antecedentes",
    body: "Texto",
    state: "missing",
  });
  expect(inLanguage(words, [translation({ textRevision: 1 })], "en")).toEqual({
    ...{ language: "en", subject: "Background", body: "Text", state: "outdated" },
  });
  // A translation into the language in which it is written now was made before that language was changed.
  expect(inLanguage(words, [translation({ language: "es", subject: "Otro" })], "es").subject).toBe("Antecedentes");
});
