import { signatureSteps } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { checkTexts } from "./check.texts.ts";
import { checkLead, type LeadFacts } from "./check-lead.ts";

const free: LeadFacts = {
  isSent: false,
  opensOn: null,
  answered: 57,
  expected: 60,
  blocking: 0,
  unsaved: 0,
  notes: 0,
  questions: 0,
  maySubmit: true,
  maySign: false,
  signature: null,
};

test("it invites to submit only when nothing stands in the way, and says everything that does", () => {
  for (const { lead } of [checkTexts.en, checkTexts.es]) {
    const all = lead.answered(57, 60);
    expect(checkLead(lead, free)).toBe(`${all} ${lead.ready}`);
    expect(checkLead(lead, { ...free, blocking: 3, unsaved: 1, notes: 2, questions: 1 })).toBe(
      `${all} ${lead.toCorrect(2)} ${lead.unsaved(1)} ${lead.toExplain(2)} ${lead.toAnswer(1)}`,
    );
    expect(checkLead(lead, { ...free, opensOn: "1 February", blocking: 2 })).toBe(
      `${all} ${lead.notOpen("1 February")} ${lead.toCorrect(2)}`,
    );
    expect(checkLead(lead, { ...free, maySubmit: false })).toBe(`${all} ${lead.notYours}`);
    // The focal point may not submit an empty report either.
    expect(checkLead(lead, { ...free, answered: 0, maySubmit: false })).toBe(
      `${lead.answered(0, 60)} ${lead.nothingYet}`,
    );
    expect(checkLead(lead, { ...free, isSent: true, maySubmit: false })).toBe(lead.sent);
  }
});

test("where a signature is asked for, it says whether it is missing, and invites to sign who may", () => {
  for (const { lead } of [checkTexts.en, checkTexts.es]) {
    for (const signature of [...signatureSteps, "unasked", "fallen"] as const) {
      const [reporter, signer] = [
        checkLead(lead, { ...free, signature }),
        checkLead(lead, { ...free, signature, maySubmit: false, maySign: true }),
      ];
      expect(reporter.endsWith(signature === "signed" ? lead.ready : lead.unsigned)).toBe(true);
      expect(signer.endsWith(signature === "signed" ? lead.notYours : lead.maySign)).toBe(true);
      expect(checkLead(lead, { ...free, signature, notes: 1 }).endsWith(lead.toExplain(1))).toBe(true);
    }
  }
});

test("all, one and none are said in their own words, and the day of the opening stands in them", () => {
  expect(checkTexts.es.lead.answered(60, 60)).toBe("Los 60 indicadores tienen respuesta.");
  expect(checkTexts.es.lead.answered(0, 60)).toBe("Ningún indicador tiene respuesta todavía.");
  expect(checkTexts.es.lead.answered(1, 60)).toBe("1 de 60 indicadores tiene respuesta.");
  expect(checkTexts.en.faults["round-not-open"]("1 February 2028")).toContain("1 February 2028");
  expect(checkTexts.es.faults["round-not-open"]("1 de febrero de 2028")).toContain("1 de febrero de 2028");
});
