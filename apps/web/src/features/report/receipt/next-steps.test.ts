import { submissionStatuses } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { type NextFacts, nextSteps } from "./next-steps.ts";
import { receiptTexts } from "./receipt.texts.ts";

const facts: NextFacts = {
  submission: { status: "submitted", exempt: false, dueOn: "2027-04-30", returnDueOn: null, publishedAt: null },
  publication: null,
  timeZone: "America/Costa_Rica",
  // In Costa Rica it is still the due day.
  now: new Date("2027-05-01T05:30:00Z"),
};
const t = receiptTexts.es.next;
const say = (more: Partial<NextFacts["submission"]>, others: Partial<NextFacts> = {}) =>
  nextSteps(t, formatsFor("es"), { ...facts, ...others, submission: { ...facts.submission, ...more } });

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
