import type { FigureChoice, ReportFigures } from "@avances/domain/network";
import { figuresOf } from "../src/features/meetings/report/figures-of.ts";
import { type Matrix, packPaper } from "../src/features/meetings/report/pack-paper.ts";
import type { PackFacts } from "../src/features/meetings/report/read-pack.ts";
import type { Block, Paper } from "../src/features/shared/paper/blocks.ts";
import type { PublicFile } from "./published/release-of.ts";

export type { Block };

/** As of when it is put together. */
const now = new Date("2026-11-30T15:00:00Z");

/** Typed whole, so that the compiler asks for what papers tell newly. */
const nothingElse: Omit<PackFacts, "meeting" | "report"> = {
  ...{ last: null, commitments: [], recommendations: [], contributions: [], documents: [], narratives: [] },
  ...{ meetings: [], activities: [], translations: [], stances: [], completion: [], shared: [], names: new Map() },
  organisations: new Set(),
  onActivities: {
    ...{
      translations: [],
      files: [],
      links: [],
      support: [],
      declines: [],
      endorsements: [],
      held: [],
      attendance: [],
      results: [],
    },
    evaluations: [],
  },
};

/** The papers of a meeting in English with a report that shows all of this, made from an edition; nothing else is in them. */
export async function packOfFigures(
  file: PublicFile,
  choices: readonly FigureChoice[],
  spoil: (figures: ReportFigures) => ReportFigures = (figures) => figures,
): Promise<Paper> {
  const meeting = { body: "LON", heldOn: "2026-12-16", untilOn: null, place: "San José", host: "CRI" } as const;
  const content = { meeting, attendance: [], points: [], submissions: null, figures: choices };
  const figures = spoil(await figuresOf(file.release, choices, "2026-11-30"));
  const facts = {
    meeting: { ...meeting, invented: false, attendance: [], round: null },
    ...nothingElse,
    report: {
      ...{ content, figures, shown: 1, at: now, invented: false, publicSource: null, considered: null },
      sent: { version: 1, stage: "circulated" },
    },
  } as unknown as PackFacts;
  const published = { matrix: file.json<Matrix>("matrix"), figures: { edition: figures.edition, figures: [] } };
  const timeZone = "America/Costa_Rica";
  return packPaper(facts, published, {
    ...{ language: "en", audience: "members", now, timeZone, zoneOf: () => timeZone },
    ...{ clocks: "San José time", isDemonstration: false },
  });
}
