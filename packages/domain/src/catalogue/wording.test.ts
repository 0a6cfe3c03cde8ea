import { describe, expect, test } from "vitest";
import first from "../../catalogue/2026.1.json" with { type: "json" };
import second from "../../catalogue/2026.2.json" with { type: "json" };
import { catalogue } from "../../testing/catalogue.ts";
import type { Indicator, WholeCatalogue } from "./catalogue.ts";
import { wordingHistory } from "./wording.ts";

const text = (words: string) => ({ en: words, es: words });
const release = (version: string, ...indicators: readonly (readonly [code: string, Partial<Indicator>])[]) =>
  ({
    version,
    indicators: indicators.map(([code, words]) => ({
      code,
      name: text("Name"),
      definition: text("Definition"),
      guidance: text("Guidance"),
      unit: text("persons"),
      ...words,
    })),
  }) as unknown as WholeCatalogue;

describe("the words of an indicator over the releases", () => {
  test("are one stretch while nothing changes; a new weight or short name is no wording", () => {
    const history = wordingHistory([release("1", ["A", { weight: 5 }]), release("2", ["A", { weight: 7 }])], "A");
    expect(history).toEqual({ releases: ["1", "2"], earlier: [] });
  });

  test("a changed definition begins a stretch, and going back to the old words another", () => {
    const other = { definition: text("Another") };
    const { releases, earlier } = wordingHistory(
      [release("1", ["A", {}]), release("2", ["A", other]), release("3", ["A", other]), release("4", ["A", {}])],
      "A",
    );
    expect(releases).toEqual(["4"]);
    expect(earlier.map((one) => [one.releases, one.definition.en])).toEqual([
      [["1"], "Definition"],
      [["2", "3"], "Another"],
    ]);
  });

  test("a first question is not a changed one, a changed question is", () => {
    const asked = (words: string) => ["A", { question: text(words) }] as const;
    const all = [release("1", ["A", {}]), release("2", asked("How?")), release("3", asked("How many?"))];
    expect(wordingHistory(all.slice(0, 2), "A")).toEqual({ releases: ["1", "2"], earlier: [] });
    const { releases, earlier } = wordingHistory(all, "A");
    expect(releases).toEqual(["3"]);
    expect(earlier.map((one) => [one.releases, one.question?.en])).toEqual([[["1", "2"], "How?"]]);
  });

  test("releases that lack the indicator are passed over", () => {
    expect(wordingHistory([release("1"), release("2", ["A", {}])], "A").releases).toEqual(["2"]);
    expect(wordingHistory([release("1")], "A")).toEqual({ releases: [], earlier: [] });
  });
});

const [adopted, asked] = [first, second].map((one) => one as unknown as WholeCatalogue) as [
  WholeCatalogue,
  WholeCatalogue,
];

test("our second release added questions and short names and changed no other word", () => {
  for (const { code } of asked.indicators)
    expect(wordingHistory([adopted, asked], code)).toEqual({ releases: ["2026.1", "2026.2"], earlier: [] });
});

test("our third says of neutral figures in plain words that more is neither better nor worse, and changed no other word", () => {
  for (const { code, direction, guidance } of catalogue.indicators) {
    const before = asked.indicators.find((one) => one.code === code);
    const isReworded = before?.guidance.en.includes("NEUTRAL") === true;
    const { releases, earlier } = wordingHistory([adopted, asked, catalogue], code);
    expect([code, releases]).toEqual([code, isReworded ? ["2026.3"] : ["2026.1", "2026.2", "2026.3"]]);
    if (!isReworded) continue;
    expect([direction, earlier.length]).toEqual(["neutral", 1]);
    expect(guidance.en).toContain("neither better nor worse");
    expect(guidance.es).toContain("no es mejor ni peor");
  }
});
