import fc from "fast-check";
import { expect, test } from "vitest";
import { roundTally } from "./round-tally.ts";
import { submissionStatuses } from "./submission-status.ts";
import { timelinessKinds } from "./timeliness.ts";

const report = (more: object) => ({
  obligated: true,
  exempt: false,
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
    report({ exempt: true, status: "exempt", timeliness: { kind: "exempt" } }),
    report({ ...received, status: "submitted", obligated: false, timeliness: { kind: "voluntary" } }),
  ]);
  expect(tally).toMatchObject({ expected: 8, received: 4, returned: 1, overdue: 2, extended: 1, exempt: 1 });
});

test("what was received stays received when it is returned or taken back, and when it came late", () => {
  const late = { firstSubmittedAt: new Date(), timeliness: { kind: "received_late" as const }, extended: true };
  const tally = roundTally([report({ ...late, status: "returned" }), report({ ...late, status: "draft" })]);
  expect(tally).toMatchObject({ expected: 2, received: 2, receivedLate: 2, returned: 1, withdrawn: 1, extended: 0 });
});

test("an exempt country that begins of its own accord is exempt until it sends its report; that is received, and never late", () => {
  const own = { exempt: true, timeliness: { kind: "exempt" as const } };
  const sent = { exempt: true, firstSubmittedAt: new Date(), timeliness: { kind: "voluntary" as const } };
  const tally = (reports: readonly object[]) => roundTally(reports.map((each) => report(each)));
  const begun = tally([own, { ...own, status: "not_started" }, { ...own, extended: true }]);
  expect(begun).toMatchObject({ expected: 3, exempt: 3, inPreparation: 0, notStarted: 0, extended: 0, overdue: 0 });
  const received = tally([
    { ...sent, status: "submitted" },
    { ...sent, status: "returned" },
  ]);
  expect(received).toMatchObject({ expected: 2, received: 2, returned: 1, receivedLate: 0, exempt: 0 });
  // Nobody waits for a voluntary report that was withdrawn.
  expect(tally([{ ...sent, timeliness: own.timeliness }])).toMatchObject({ received: 0, withdrawn: 0, exempt: 1 });
});

test("the parts add up to the whole, whatever the board", () => {
  const anyReport = fc.record({
    obligated: fc.boolean(),
    exempt: fc.boolean(),
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
