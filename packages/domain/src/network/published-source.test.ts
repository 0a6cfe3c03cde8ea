import { expect, test } from "vitest";
import { isPublishedReport, sourceName } from "./published-source.ts";

test("a report that is known by its code is named in words, any other source as it was written", () => {
  expect(sourceName("RCM-LON-2013", "es")).toContain("18 de noviembre de 2013");
  expect(sourceName("RCM-LON-2013", "en")).toContain("18 November 2013");
  expect(sourceName("Minutes of the group", "es")).toBe("Minutes of the group");
  for (const word of ["constructor", "toString", ""])
    expect([isPublishedReport(word), sourceName(word, "es")]).toEqual([false, word]);
});
