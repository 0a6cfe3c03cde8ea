import { expect, test } from "vitest";
import { reportState, reportTally } from "./report-state.ts";

const report = (isPublic: boolean, exempt: boolean, obligated: boolean) => reportState({ isPublic, exempt, obligated });

test("there are three reasons for having no public report", () => {
  expect(report(false, false, true)).toBe("not_published");
  expect(report(false, false, false)).toBe("not_asked");
  expect(report(false, true, true)).toBe("exempt");
  expect(report(false, true, false)).toBe("exempt");
});

test("a public report is published, also of a country that was not asked or was excused", () => {
  expect([report(true, false, true), report(true, false, false), report(true, true, true)]).toEqual([
    "published",
    "published",
    "published",
  ]);
});

test("the exempt and those not asked are in no denominator", () => {
  const states = ["published", "exempt", "published", "not_asked", "not_published"] as const;
  expect(reportTally(states.map((state) => ({ state })))).toEqual({ published: 2, of: 3 });
  expect(reportTally([{ state: "exempt" }])).toEqual({ published: 0, of: 0 });
});
