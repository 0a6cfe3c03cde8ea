import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTally } from "./round-tally.ts";
import { submissionStatuses } from "./submission-status.ts";
import { timelinessKinds } from "./timeliness.ts";

const report = (more: object) => ({
  obligated: true,
  status: "draft" as const,
  timeliness: { kind: "not_due" as const },
  firstSubmittedAt: null,
  extended: false,
  ...more,
});
const received = { firstSubmittedAt: "2026-11-14T21:00:00Z", timeliness: { kind: "on_time" as const } };

test("four received (one of them returned), two late, one extended, one exempt: eight", () => {
  const tally = roundTally([
    report({ ...received, status: "submitted" }),
    report({ ...received, status: "returned" }),
    report({ ...received, status: "accepted" }),
    report({ ...received, status: "published" }),
    report({ timeliness: { kind: "overdue" } }),
    report({ status: "not_started", timeliness: { kind: "overdue" } }),
    report({ extended: true }),
    report({ status: "exempt", timeliness: { kind: "exempt" } }),
    report({ ...received, status: "submitted", obligated: false, timeliness: { kind: "voluntary" } }),
  ]);
  expect(tally).toMatchObject({ expected: 8, received: 4, returned: 1, overdue: 2, extended: 1, exempt: 1 });
});

test("what was received stays received when it is returned or taken back, and when it came late", () => {
  const late = { firstSubmittedAt: new Date(), timeliness: { kind: "received_late" as const }, extended: true };
  const tally = roundTally([report({ ...late, status: "returned" }), report({ ...late, status: "draft" })]);
  expect(tally).toMatchObject({ expected: 2, received: 2, receivedLate: 2, returned: 1, withdrawn: 1, extended: 0 });
});

test("the parts add up to the whole, whatever the board", () => {
  const anyReport = fc.record({
    obligated: fc.boolean(),
    status: fc.constantFrom(...submissionStatuses),
    timeliness: fc.record({ kind: fc.constantFrom(...timelinessKinds) }),
    firstSubmittedAt: fc.option(fc.date({ noInvalidDate: true })),
    extended: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 30 }), (reports) => {
      const { expected, received: got, receivedLate, returned, withdrawn, ...others } = roundTally(reports);
      expect(got + Object.values(others).reduce((sum, part) => sum + part, 0)).toBe(expected);
      for (const part of [receivedLate, returned, withdrawn]) expect(part).toBeLessThanOrEqual(got);
    }),
  );
});
