import type { SubmissionSummary } from "@avances/contracts";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { homeTexts } from "./home.texts.ts";
import { reportLead } from "./report-lead.ts";

const submission: SubmissionSummary = {
  id: "0",
  year: 2027,
  referenceYear: 2026,
  country: "CAN",
  obligated: false,
  exempt: false,
  status: "draft",
  timeliness: { kind: "voluntary", daysLate: 0 },
  dueOn: "2027-04-30",
  returnDueOn: null,
  extended: false,
  version: 0,
  publishedVersion: null,
  answered: 3,
  expected: 60,
  firstSubmittedAt: null,
  submittedAt: null,
  returnedAt: null,
  acceptedAt: null,
  publishedAt: null,
  lastActivityAt: null,
  revision: 1,
};
const lead = (
  days: number,
  part: Partial<SubmissionSummary> = {},
  reader: { isPart?: boolean; isByLink?: boolean; asked?: number } = {},
) =>
  reportLead(homeTexts.en.lead, formatsFor("en"), {
    submission: { ...submission, ...part },
    days,
    answered: 3,
    expected: 60,
    isPart: false,
    ...reader,
  });

test("a date that has passed is told as past, to whoever reports voluntarily too", () => {
  const known = "3 of 60 indicators are answered, 57 are missing.";
  expect(lead(5)).toBe(`Voluntary in this round; the others report by 30 April 2027. ${known}`);
  expect(lead(-5)).toBe(
    `Voluntary in this round; the date of the others was 30 April 2027. The report can still be sent. ${known}`,
  );
  const owed = { obligated: true, timeliness: { kind: "overdue", daysLate: 5 } } as const;
  expect(lead(-5, owed)).toBe(`The date, 30 April 2027, has passed; the report can still be sent. ${known}`);
  expect(lead(-5, { ...owed, status: "returned", returnDueOn: "2027-04-30" })).toBe(
    `The date for the answers was 30 April 2027; the report can still be sent. ${known}`,
  );
});

test("whoever came by a section link reads how much of the own part is answered, and no date of the report", () => {
  const reader = { isPart: true, isByLink: true };
  const own = "3 of your 60 indicators are answered.";
  expect(lead(5, { status: "draft" }, reader)).toBe(own);
  expect(lead(-5, { status: "returned", returnDueOn: "2027-05-10" }, reader)).toBe(own);
  expect(lead(5, { status: "returned", returnDueOn: "2027-05-10" }, { isPart: true })).toContain("10 May 2027");
});

test("a report in review asks nothing, unless a question of the Secretariat waits", () => {
  const said = (asked: number) => lead(5, { status: "submitted" }, { asked });
  expect(said(0)).toContain("Nothing is asked of you now.");
  for (const asked of [1, 2]) expect(said(asked)).not.toContain("Nothing is asked");
  expect(said(2)).toContain("2 questions of the Technical Secretariat wait for an answer in the report.");
});
