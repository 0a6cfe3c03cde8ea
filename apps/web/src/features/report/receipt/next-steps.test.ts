import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { answerPromiseTexts } from "#ui/answer-promise.texts.ts";
import { type NextFacts, nextSteps } from "./next-steps.ts";
import { receiptTexts } from "./receipt.texts.ts";

const facts: NextFacts = {
  submission: { status: "submitted", exempt: false, dueOn: "2027-04-30", returnDueOn: null, publishedAt: null },
  publication: null,
  answerBy: null,
  timeZone: "America/Costa_Rica",
  // In Costa Rica it is still the due day.
  now: new Date("2027-05-01T05:30:00Z"),
};
const t = receiptTexts.es.next;
const p = answerPromiseTexts.es;
const say = (more: Partial<NextFacts["submission"]>, others: Partial<NextFacts> = {}) =>
  nextSteps(t, p, formatsFor("es"), { ...facts, ...others, submission: { ...facts.submission, ...more } });

test("every state has its own words, and a state never has those of another", () => {
  const all = submissionStatuses.map((status) => say({ status }).join(" "));
  expect(all.every((words) => words.length > 20)).toBe(true);
  // A draft of which a version was sent is one that was withdrawn; not started reads like it and never has a receipt.
  expect(new Set(all).size).toBe(submissionStatuses.length - 1);
});

test("a date is ahead on its own day in the capital, and has passed the day after", () => {
  expect(say({ status: "draft" })[0]).toBe(t.sendUntil("30 de abril de 2027"));
  expect(say({ status: "draft" }, { now: new Date("2027-05-01T06:00:00Z") })[0]).toBe(
    t.sendPast("30 de abril de 2027"),
  );
  expect(say({ status: "returned", returnDueOn: "2027-05-20" })[0]).toBe(t.answerUntil("20 de mayo de 2027"));
  expect(say({ status: "returned", returnDueOn: "2027-04-29" })[0]).toBe(t.answerPast("29 de abril de 2027"));
  expect(say({ status: "returned" })[0]).toBe(t.answer);
  expect(say({ status: "draft", exempt: true })).toEqual([t.sendFreely]);
});

test("the promise of the Secretariat stands in the place of no date, until its day is over in the capital, and says then that it has passed", () => {
  const waits = (answerBy: string | null, now = facts.now) => say({}, { answerBy, now })[0];
  expect(waits(null)).toBe(t.review);
  expect(waits("2027-05-14")).toBe(p.ahead("14 de mayo de 2027"));
  // It is still 30 April in Costa Rica, for half an hour.
  expect(waits("2027-04-30")).toBe(p.ahead("30 de abril de 2027"));
  expect(waits("2027-04-30", new Date("2027-05-01T06:00:00Z"))).toBe(p.passed("30 de abril de 2027"));
  // Answered: accepted or returned.
  for (const status of ["accepted", "returned", "published"] as const)
    expect(say({ status }, { answerBy: null }).join(" ")).not.toMatch(/a más tardar/);
});

test("of a publication it says the day, that it may follow at any time, or who agreed", () => {
  const publication = {
    version: 1,
    acceptedAt: "2027-05-05T16:00:00Z",
    from: "2027-05-13",
    isOpen: false,
    consent: null,
    told: [],
  };
  const accepted = (more: Partial<typeof publication> & { consent?: { at: string; byName: string } | null }) =>
    say({ status: "accepted" }, { publication: { ...publication, ...more } as NextFacts["publication"] })[0];
  expect(accepted({})).toBe(t.publishedFrom("13 de mayo de 2027"));
  expect(accepted({ isOpen: true })).toBe(t.mayBePublished);
  expect(accepted({ consent: { at: "2027-05-06T16:00:00Z", byName: "Ana Solano" } as never })).toBe(
    t.agreed("Ana Solano"),
  );
  expect(say({ status: "published", publishedAt: "2027-05-14T03:00:00Z" })[0]).toBe(
    t.publishedOn("13 de mayo de 2027"),
  );
});
