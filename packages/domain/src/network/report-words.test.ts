import { expect, test } from "vitest";
import { languages } from "../catalogue/language.ts";
import { pointVerbs } from "./report.ts";
import { pointLead, reportWords } from "./report-words.ts";

/** To endorse a proposal is to agree to it; nothing else is. */
const agreements: readonly string[] = ["agrees", "endorses"];
/** Words that would say that somebody agreed, in the words of any verb. */
const agreeing = /agree|accept|approv|endors|acuerd|acept|aprueb|aval|conform|adopt/i;

test.each(languages)(
  "%s: each verb has words of its own, none within another's, and only agreement and endorsement speak of agreement",
  (language) => {
    const { verbs } = reportWords[language];
    for (const one of pointVerbs) {
      const words = verbs[one].split(" ").filter((word) => word.length > 2);
      for (const other of pointVerbs.filter((verb) => verb !== one))
        expect([one, other, words.filter((word) => verbs[other].split(" ").includes(word))]).toEqual([one, other, []]);
      expect([one, agreeing.test(verbs[one])]).toEqual([one, agreements.includes(one)]);
    }
  },
);

test("the body does it, or whoever is named; without a verb the words stand alone", () => {
  expect(pointLead({ verb: "takes_note", speaker: null, body: "LON" }, "en")).toEqual({
    who: "The Network",
    does: "takes note",
  });
  expect(pointLead({ verb: "proposes", speaker: "Costa Rica", body: "LON" }, "es")).toEqual({
    who: "Costa Rica:",
    does: "propone",
  });
  expect(pointLead({ verb: null, speaker: null, body: "LON" }, "es")).toBeNull();
  expect(pointLead({ verb: null, speaker: "Panamá", body: "LON" }, "es")).toEqual({ who: "Panamá:", does: "" });
});
