import { expect, test } from "vitest";
import { answerBy } from "./review-promise.ts";
import { verdictStands } from "./verdict.ts";

const answer = {
  state: "reported" as const,
  value: { type: "count", total: 12 } as never,
  reason: "",
  comment: "As last year",
  evidence: [{ title: "Report", url: null, locator: null }],
};

test("a verdict holds for a later version that says the same, whatever the order in which it is stored", () => {
  expect(verdictStands(answer, structuredClone(answer))).toBe(true);
  expect(verdictStands(answer, { ...answer, value: { total: 12, type: "count" } as never })).toBe(true);
  expect(verdictStands(undefined, undefined)).toBe(true);
});

test.each([
  ["state", { state: "not_available" as const }],
  ["value", { value: { type: "count", total: 13 } as never }],
  ["reason", { reason: "There is none" }],
  ["comment", { comment: "Counted anew" }],
  ["evidence", { evidence: [] }],
])("another %s ends it", (_, part) => expect(verdictStands(answer, { ...answer, ...part })).toBe(false));

test("an answer that came or went ends it", () => {
  expect(verdictStands(undefined, answer)).toBe(false);
  expect(verdictStands(answer, undefined)).toBe(false);
});

test("the day of the answer is counted in working days of the country, as promised when the report came", () => {
  const zone = "America/Costa_Rica";
  // 30 April 2027 is a Friday. In San José it is still the 30th at 05:59 UTC of the 1st.
  const received = new Date("2027-05-01T05:59:00Z");
  const decisions = [
    { at: new Date("2027-01-01T00:00:00Z"), days: 10 },
    { at: new Date("2027-06-01T00:00:00Z"), days: 20 },
  ];
  expect(answerBy(received, zone, decisions)).toBe("2027-05-14");
  expect(answerBy(received, "UTC", decisions)).toBe("2027-05-14");
  expect(answerBy(new Date("2027-06-01T15:00:00Z"), zone, decisions)).toBe("2027-06-29");
  expect(answerBy(new Date("2026-12-31T15:00:00Z"), zone, decisions)).toBeNull();
  expect(answerBy(received, zone, [{ at: new Date("2027-01-01T00:00:00Z"), days: null }])).toBeNull();
});
