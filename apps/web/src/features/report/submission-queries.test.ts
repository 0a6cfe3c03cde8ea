import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import { expect, test } from "vitest";
import { withSaved } from "./submission-queries.ts";

test("after the first save the report may be submitted as it now stands, without being read again", () => {
  const answer: SavedAnswer = {
    indicatorCode: "TIP-COO-05",
    state: "reported",
    value: { type: "boolean", value: true },
    reason: "",
    comment: "",
    evidence: [],
    revision: 1,
    updatedAt: "2027-03-13T16:42:00.000Z",
    updatedByName: "Ana",
  };
  const fresh = {
    answers: [],
    submission: { status: "not_started", answered: 0, revision: 1 },
    may: { edit: true, submit: false, withdraw: false, review: false },
  } as unknown as SubmissionView;
  const may = { ...fresh.may, submit: true };
  const saved = {
    answer,
    findings: [],
    checked: [],
    status: "draft",
    answered: 1,
    may,
    submissionRevision: 2,
  } as const;
  const view = withSaved(fresh, saved);
  expect(view).toMatchObject({
    answers: [answer],
    submission: { status: "draft", answered: 1, revision: 2 },
    may: { submit: true },
  });
});
