import { expect, test } from "vitest";
import { checkTexts } from "./check.texts.ts";
import { checkLead } from "./check-lead.ts";

const free = { isSent: false, opensOn: null, points: 0, questions: 0, unsaved: 0, maySubmit: true };

test("it invites to submit only when nothing stands in the way", () => {
  for (const { lead } of [checkTexts.en, checkTexts.es]) {
    expect(checkLead(lead, free)).toBe(lead.ready);
    expect(checkLead(lead, { ...free, opensOn: "1 February", points: 2 })).toBe(lead.notOpen("1 February"));
    expect(checkLead(lead, { ...free, points: 1, unsaved: 1 })).toBe(lead.blocked(1));
    expect(checkLead(lead, { ...free, questions: 2, unsaved: 1 })).toBe(lead.questions(2));
    expect(checkLead(lead, { ...free, unsaved: 1 })).toBe(lead.unsaved);
    expect(checkLead(lead, { ...free, maySubmit: false })).toBe(lead.notYours);
    expect(checkLead(lead, { ...free, isSent: true, maySubmit: false })).toBe(lead.sent);
  }
});

test("the day from which a report can be sent stands in the words, in both languages", () => {
  expect(checkTexts.en.problems.faults["round-not-open"]("1 February 2028")).toContain("1 February 2028");
  expect(checkTexts.es.problems.faults["round-not-open"]("1 de febrero de 2028")).toContain("1 de febrero de 2028");
});
