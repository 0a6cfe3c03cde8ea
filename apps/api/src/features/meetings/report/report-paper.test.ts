import { languages, type Text } from "@avances/domain/catalogue";
import { expect, test } from "vitest";
import type { Block } from "#features/shared/paper/blocks.ts";
import { type ReportFacts, reportPaper } from "./report-paper.ts";

const both = (text: string): Text => ({ en: text, es: text });
const codes = ["HND", "CRI", "IOM", "RNCOM", "BLZ"];
const meeting = { body: "LON", heldOn: "2013-11-18", untilOn: null, place: "San José", host: "CRI" } as const;
const there = ["HND", "IOM", "CRI", "RNCOM"];
const facts: ReportFacts = {
  content: {
    ...{ meeting, points: [], submissions: null, figures: [] },
    attendance: codes.map((participant) => ({
      ...{ participant, attended: there.includes(participant), sharedProgress: null },
    })),
  },
  figures: { edition: null, figures: [] },
  names: new Map(codes.map((code) => [code, both(`of ${code}`)])),
  organisations: new Set(["IOM", "RNCOM"]),
  ...{ sent: null, considered: null, invented: false, isDemonstration: false, publicSource: null },
  ...{
    at: new Date("2022-02-01T15:00:00Z"),
    day: "2022-02-01",
    timeZone: "America/Costa_Rica",
    clocks: "San José time",
  },
};
const titleOf = (more: Partial<ReportFacts>, language: (typeof languages)[number]) => {
  const [first] = reportPaper({ ...facts, ...more }, language).blocks;
  if (first?.kind !== "title") throw new Error("a report begins with its title");
  return first;
};
const said = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "paragraph" ? [block.runs.map(({ text }) => text).join("")] : []));

test("organisations that were there are no delegations", () => {
  expect(said(reportPaper(facts, "en").blocks)).toEqual([
    "Delegations that attended: of CRI and of HND.",
    "Organisations that attended: of IOM and of RNCOM.",
    "Did not attend: of BLZ.",
  ]);
});

test("on a demonstration figures are said to be unreal also in the report of a meeting that was held", () => {
  const figure = { id: "1", pointId: null, subject: "index", code: "", form: "table", roundYear: null, countries: [] };
  const figures = {
    edition: null,
    figures: [{ ...figure, title: both("x"), unit: null, round: null, most: null, columns: [], lines: [] }],
  } as unknown as ReportFacts["figures"];
  const warned = (more: Partial<ReportFacts>) => titleOf({ figures, ...more }, "en").warnings.slice(0, -1);
  expect(warned({})).toEqual([]);
  expect(warned({ isDemonstration: true })).toEqual(["Demonstration: the figures are not real."]);
  expect(warned({ isDemonstration: true, figures: facts.figures })).toEqual([]);
  expect(warned({ isDemonstration: true, invented: true })).toEqual(["Invented for this demonstration."]);
});

test("what was entered of a published report names that report in words and does not pass for its version", () => {
  const sent = { version: 2, stage: "final" } as const;
  const entered = { publicSource: "RCM-LON-2013", sent };
  const names = {
    en: [
      "Final version, entered in this portal on 1 February 2022 (version 2)",
      "report of the meeting of the Liaison",
    ],
    es: [
      "Versión final, registrada en este portal el 1 de febrero de 2022 (versión 2)",
      "informe de la reunión de la Red",
    ],
  };
  for (const language of languages) {
    const { lines, warnings } = titleOf(entered, language);
    expect([lines.at(-1), warnings.length]).toEqual([names[language][0], 1]);
    expect(warnings[0]).toContain(names[language][1]);
    expect(warnings[0]).not.toContain("RCM-LON");
  }
  expect(titleOf({ sent }, "en").lines.at(-1)).toBe("Final version, 1 February 2022 (version 2)");
});
