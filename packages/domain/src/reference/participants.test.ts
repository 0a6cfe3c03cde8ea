import { expect, test } from "vitest";
import referenceJson from "../../catalogue/countries.json" with { type: "json" };
import type { ReferenceFile } from "./country.ts";
import { participantFaults, participantsOf } from "./participants.ts";

const file = referenceJson as unknown as ReferenceFile;
const participants = participantsOf(file);

test("members, countries that observe and organisations take part, each under a code of its own", () => {
  expect(participantFaults(participants)).toEqual([]);
  expect(participants.filter(({ kind }) => kind === "member")).toHaveLength(11);
  const named = (code: string) => participants.find((one) => one.code === code);
  expect(named("PER")).toEqual({
    ...{ code: "PER", kind: "observer_country", name: { en: "Peru", es: "Perú" }, abbreviation: null },
  });
  expect(named("IOM")?.abbreviation).toEqual({ en: "IOM", es: "OIM" });
});

test("a code that is used twice, is none, or is missing is refused", () => {
  const [first, ...others] = participants as [(typeof participants)[number], ...(typeof participants)[number][]];
  expect(participantFaults([...participants, { ...first, kind: "organisation" }])).toEqual([
    `two participants have the code ${first.code}`,
  ]);
  expect(participantFaults([{ ...first, code: "it is" }, ...others])).toEqual([
    '"it is" is not the code of a participant',
  ]);
  expect(participantFaults(participants.filter(({ code }) => code !== "RCM-TS"))).toEqual(["no participant RCM-TS"]);
});
