import { expect, test } from "vitest";
import { type NewsKnown, newsFor, newsOfDocument, newsOfView } from "./matter-news.ts";

const at = new Date("2027-02-09T15:00:00Z");
const view = { state: "filed", at, isAnswered: false, isReplaced: false } as const;
const nobody: NewsKnown = { isHandled: false, isTold: false, isWritten: false, personSince: new Date("2026-01-01") };
const when = { now: new Date("2027-02-10T15:00:00Z"), timeZone: "America/Costa_Rica", since: "2027-02-24" };

test("of a view is told that there is one, until it is answered or another takes its place, and that it was withdrawn", () => {
  expect(newsOfView(view)).toBe("view_given");
  expect(newsOfView({ ...view, isAnswered: true })).toBeNull();
  expect(newsOfView({ ...view, isReplaced: true })).toBeNull();
  expect(newsOfView({ ...view, state: "draft" })).toBeNull();
  expect(newsOfView({ ...view, state: "withdrawn", isAnswered: true, isReplaced: true })).toBe("view_withdrawn");
});

test("of a document is told that it was withdrawn, or that there is a version that was not sent", () => {
  const sent = { state: "filed", at, version: 2, sentVersion: 1 } as const;
  expect(newsOfDocument(sent)).toBe("document_revised");
  expect(newsOfDocument({ ...sent, sentVersion: 2 })).toBeNull();
  expect(newsOfDocument({ ...sent, sentVersion: 2, state: "withdrawn" })).toBe("document_withdrawn");
});

test("each person is told once; who came later takes over what others were told, and nobody is told of what is long past", () => {
  const given = (known: Partial<NewsKnown>, more: Partial<typeof when> = {}) =>
    newsFor("view_given", view, { ...nobody, ...known }, { ...when, ...more });
  expect(given({})).toBe("send");
  expect(given({ isHandled: true })).toBeNull();
  const personSince = new Date("2027-02-10T00:00:00Z");
  expect(given({ personSince })).toBe("send");
  expect(given({ personSince, isWritten: true })).toBe("told-otherwise");
  expect(given({ isWritten: true })).toBe("send");
  // Thirty days after the last day, by the clocks of the country, and no longer.
  expect(given({}, { now: new Date("2027-03-27T05:59:00Z") })).toBe("send");
  expect(given({}, { now: new Date("2027-03-27T06:00:00Z") })).toBe("date-passed");
});

test("that a view was withdrawn is told to whom it was told that there is one", () => {
  const withdrawn = (known: Partial<NewsKnown>) =>
    newsFor("view_withdrawn", { state: "withdrawn", at }, { ...nobody, ...known }, when);
  expect(withdrawn({})).toBeNull();
  expect(withdrawn({ isTold: true })).toBe("send");
  expect(newsFor("document_withdrawn", { state: "withdrawn", at }, nobody, when)).toBe("send");
});
