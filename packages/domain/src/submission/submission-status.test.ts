import { expect, test } from "vitest";
import {
  awaitsFirstReport,
  isEditable,
  judgeTransition,
  submissionStatuses,
  transitionNames,
} from "./submission-status.ts";

/** Methodology §8, status table, written out once more: `name: from → to (side)`. All else is refused. */
const allowed = new Map([
  ["start not_started country", "draft"],
  ["start exempt country", "draft"],
  ["submit draft country", "submitted"],
  ["submit returned country", "submitted"],
  ["withdraw submitted country", "draft"],
  ["return submitted secretariat", "returned"],
  ["return accepted secretariat", "returned"],
  ["accept submitted secretariat", "accepted"],
  ["publish accepted secretariat", "published"],
  ["exempt not_started secretariat", "exempt"],
  ["exempt draft secretariat", "exempt"],
  ["reinstate exempt secretariat", "draft"],
]);

const everyTry = transitionNames.flatMap((name) =>
  submissionStatuses.flatMap((status) => (["country", "secretariat"] as const).map((by) => ({ name, status, by }))),
);

test.each(everyTry)("$name from $status by the $by", ({ name, status, by }) => {
  const to = allowed.get(`${name} ${status} ${by}`);
  const verdict = judgeTransition(name, status, by);
  if (to !== undefined) expect(verdict).toEqual({ allowed: true, to });
  else expect(verdict.allowed).toBe(false);
});

test("a refusal says whether it is the wrong side or the wrong status, and from where it would be possible", () => {
  expect(judgeTransition("accept", "submitted", "country")).toEqual({
    allowed: false,
    reason: "wrong-actor",
    from: ["submitted"],
  });
  expect(judgeTransition("accept", "draft", "secretariat")).toEqual({
    allowed: false,
    reason: "wrong-status",
    from: ["submitted"],
  });
});

test("a country changes answers before it submits, after a return, and when it starts although exempt", () => {
  expect(submissionStatuses.filter(isEditable)).toEqual(["not_started", "draft", "returned", "exempt"]);
});

test("the due date counts until the first report, and for no other work", () => {
  const open = (firstSubmittedAt: Date | null, exempt = false) =>
    submissionStatuses.filter((status) => awaitsFirstReport({ status, exempt, firstSubmittedAt }));
  expect(open(null)).toEqual(["not_started", "draft"]);
  expect(open(new Date("2027-02-10T15:00:00Z"))).toEqual([]);
  // The exempt owe nothing, even while they have a draft.
  expect(open(null, true)).toEqual([]);
});
