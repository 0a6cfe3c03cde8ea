import type { SavedAnswer, SubmissionView } from "@avances/contracts";
import { expect, test } from "vitest";
import { withSaved } from "./submission-queries.ts";

test("after the first save the report may be submitted, without being read again", () => {
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
    submission: { status: "not_started", answered: 0 },
    may: { edit: true, submit: false, withdraw: false, review: false },
  } as unknown as SubmissionView;
  const may = { ...fresh.may, submit: true };
  const view = withSaved(fresh, { answer, findings: [], checked: [], status: "draft", answered: 1, may });
  expect(view).toMatchObject({
    answers: [answer],
    submission: { status: "draft", answered: 1 },
    may: { submit: true },
  });
});
