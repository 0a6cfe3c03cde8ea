import { expect, test } from "vitest";
import { reportState, reportTally } from "./report-state.ts";

const report = (isPublic: boolean, exempt: boolean, obligated: boolean, received = false) =>
  reportState({ isPublic, exempt, obligated, received });

test("there are three reasons for having no public report", () => {
  expect(report(false, false, true)).toBe("not_published");
  expect(report(false, false, false)).toBe("not_asked");
  expect(report(false, true, true)).toBe("exempt");
  expect(report(false, true, false)).toBe("exempt");
});

test("that a report was received is told only of countries that owe one, and only until it is public", () => {
  expect(report(false, false, true, true)).toBe("received");
  expect(report(false, false, false, true)).toBe("not_asked");
  expect(report(false, true, true, true)).toBe("exempt");
  expect(report(false, true, false, true)).toBe("exempt");
  expect(report(true, false, true, true)).toBe("published");
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
  expect(reportTally([{ state: "received" }, { state: "published" }])).toEqual({ published: 1, of: 2 });
  expect(reportTally([{ state: "exempt" }])).toEqual({ published: 0, of: 0 });
});
