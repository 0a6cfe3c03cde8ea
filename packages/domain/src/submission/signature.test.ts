import { expect, test } from "vitest";
import { answersWrittenBy, type SignatureRecord, signatureStanding } from "./signature.ts";

const now = { "TIP-LEG-01": 2, "TIP-LEG-02": 1 };
const step = (kind: SignatureRecord["step"], version = 1, answers: SignatureRecord["answers"] = now) => ({
  step: kind,
  version,
  answers,
});

test("the last step for the next version says where the signature stands", () => {
  expect(signatureStanding([], 0, now)).toEqual({ kind: "unasked" });
  const [asked, signed, back] = [step("asked"), step("signed"), step("sent_back")];
  expect(signatureStanding([asked], 0, now)).toEqual({ kind: "asked", last: asked });
  expect(signatureStanding([asked, back], 0, now)).toEqual({ kind: "sent_back", last: back });
  expect(signatureStanding([asked, back, asked], 0, now)).toEqual({ kind: "asked", last: asked });
  expect(signatureStanding([asked, signed], 0, now)).toEqual({ kind: "signed", last: signed });
});

test("a signature falls when an answer is changed, given or cleared afterwards", () => {
  const signed = step("signed");
  for (const [changed, after] of [
    [["TIP-LEG-01"], { ...now, "TIP-LEG-01": 3 }],
    [["TIP-LEG-03"], { ...now, "TIP-LEG-03": 1 }],
    [["TIP-LEG-02"], { "TIP-LEG-01": 2 }],
  ] as const) {
    expect(signatureStanding([signed], 0, after)).toEqual({ kind: "fallen", last: signed, changed });
  }
});

test("a signature belongs to one version: the next one needs its own", () => {
  expect(signatureStanding([step("asked"), step("signed")], 1, now)).toEqual({ kind: "unasked" });
  const second = step("asked", 2);
  expect(signatureStanding([step("signed"), second], 1, now)).toEqual({ kind: "asked", last: second });
});

test("what somebody wrote last is named in the order of the codes", () => {
  const written = [
    { indicatorCode: "TIP-LEG-02", updatedBy: "one" },
    { indicatorCode: "TIP-LEG-01", updatedBy: "one" },
    { indicatorCode: "TIP-LEG-03", updatedBy: "two" },
  ];
  expect(answersWrittenBy("one", written)).toEqual(["TIP-LEG-01", "TIP-LEG-02"]);
  expect(answersWrittenBy("three", written)).toEqual([]);
});
