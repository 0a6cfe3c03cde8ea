import { randomRegion } from "@avances/api/testing/published/regions";
import { publicFile } from "@avances/api/testing/published/release-of";
import type { getPublicIndicator, listPublicIndicators, ResponseOf } from "@avances/contracts";
import type { WholeCatalogue } from "@avances/domain/catalogue";
import catalogueFile from "@avances/domain/data/2026.3.json" with { type: "json" };
import reference from "@avances/domain/data/countries.json" with { type: "json" };
import { describe, expect, test } from "vitest";

const catalogue = catalogueFile as unknown as WholeCatalogue;
const countries = reference.countries as never;

const regions = await Promise.all(
  [7, 8, 9].map(async (seed) => {
    const region = randomRegion(catalogue, countries, seed);
    return { name: region.name, file: await publicFile(catalogue, countries, region) };
  }),
);

describe.each(regions)("the list of indicators of $name", ({ file }) => {
  const { indicators } = file.json<ResponseOf<typeof listPublicIndicators>>("indicators");
  const all = indicators.map((listed) => ({
    listed,
    own: file.json<ResponseOf<typeof getPublicIndicator>>(`indicators/${listed.code}`),
  }));

  test("counts for each what the rows of its own file say of the main round, and no more", () => {
    for (const { listed, own } of all) {
      const rows = own.rows.filter(({ roundYear }) => roundYear === own.mainRound?.roundYear);
      const inState = (...states: readonly string[]) => rows.filter(({ state }) => states.includes(state)).length;
      const levels = rows.flatMap(({ value }) => (value?.type === "ordinal" ? value.level : []));
      const yesNo = rows.flatMap(({ value }) => (value?.type === "boolean" ? value.value : []));
      expect(listed.latest, listed.code).toEqual({
        ...own.mainRound,
        published: rows.length,
        reported: inState("reported", "suppressed", "small_base"),
        notReported: inState("not_reported"),
        notAvailable: inState("not_available"),
        notApplicable: inState("not_applicable"),
        smallBase: inState("small_base"),
        suppressed: inState("suppressed"),
        answers: [
          ...[0, 1, 2, 3, 4]
            .map((level) => ({ type: "ordinal", level, countries: levels.filter((one) => one === level).length }))
            .filter((one) => one.countries > 0),
          ...[false, true]
            .map((value) => ({ type: "boolean", value, countries: yesNo.filter((one) => one === value).length }))
            .filter((one) => one.countries > 0),
        ],
      });
    }
  });

  test("a value that is hidden counts as given, so the counts say nothing of its size", () => {
    expect(all.some(({ listed }) => (listed.latest?.suppressed ?? 0) > 0)).toBe(true);
    for (const { valueType, latest } of all.map(({ listed }) => listed)) {
      if (!latest) throw new Error("a region without a main round");
      expect(latest.reported + latest.notReported + latest.notAvailable + latest.notApplicable).toBe(latest.published);
      expect(latest.suppressed + latest.smallBase).toBeLessThanOrEqual(latest.reported);
      const counted = latest.answers.reduce((sum, one) => sum + one.countries, 0);
      expect(counted).toBe(["ordinal", "boolean"].includes(valueType) ? latest.reported : 0);
    }
  });

  test("names the articles and levels of each as its own file does", () => {
    for (const { listed, own } of all) {
      expect(listed.articles).toEqual(own.indicator.articles);
      expect(listed.levels).toEqual(own.indicator.levels);
    }
    expect(indicators.flatMap(({ articles }) => articles).length).toBeGreaterThan(100);
  });
});
