import { expect, test } from "vitest";
import { askedElsewhere } from "./asked-elsewhere.ts";

test("who else was asked is named; neither who was taken back nor the section that is changed", () => {
  const section = (id: string, indicators: readonly string[], removedAt: string | null = null) =>
    ({ id, name: `Name ${id}`, indicators, removedAt }) as const;
  const sections = [section("a", ["X", "Y"]), section("b", ["Y"]), section("c", ["Y", "Z"], "2027-02-10T15:00:00Z")];
  expect([...askedElsewhere(sections)]).toEqual([
    ["X", ["Name a"]],
    ["Y", ["Name a", "Name b"]],
  ]);
  expect([...askedElsewhere(sections, "a")]).toEqual([["Y", ["Name b"]]]);
});
