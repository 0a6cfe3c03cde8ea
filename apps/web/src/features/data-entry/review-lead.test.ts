import { expect, test } from "vitest";
import { reviewTexts } from "./review.texts.ts";
import { reviewLead } from "./review-lead.ts";

const free = { isSent: false, opensOn: null, points: 0, questions: 0, unsaved: 0, maySubmit: true };

test("it invites to submit only when nothing stands in the way", () => {
  for (const { lead } of [reviewTexts.en, reviewTexts.es]) {
    expect(reviewLead(lead, free)).toBe(lead.ready);
    expect(reviewLead(lead, { ...free, opensOn: "1 February", points: 2 })).toBe(lead.notOpen("1 February"));
    expect(reviewLead(lead, { ...free, points: 1, unsaved: 1 })).toBe(lead.blocked(1));
    expect(reviewLead(lead, { ...free, questions: 2, unsaved: 1 })).toBe(lead.questions(2));
    expect(reviewLead(lead, { ...free, unsaved: 1 })).toBe(lead.unsaved);
    expect(reviewLead(lead, { ...free, maySubmit: false })).toBe(lead.notYours);
    expect(reviewLead(lead, { ...free, isSent: true, maySubmit: false })).toBe(lead.sent);
  }
});

test("the day from which a report can be sent stands in the words, in both languages", () => {
  expect(reviewTexts.en.problems.faults["round-not-open"]("1 February 2028")).toContain("1 February 2028");
  expect(reviewTexts.es.problems.faults["round-not-open"]("1 de febrero de 2028")).toContain("1 de febrero de 2028");
});
