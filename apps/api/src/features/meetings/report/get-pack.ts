import type { getMeetingPackPdf, QueryOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import { type FigureChoice, packReaders } from "@avances/domain/network";
import { localDate } from "@avances/domain/round";
import { allow } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import { type PaperKind, writePaper } from "#features/shared/paper/write-paper.ts";
import type { CurrentRelease } from "#features/shared/published-answers.ts";
import { FileReply } from "#http/handler.ts";
import type { MeetingDeps } from "../meeting-view.ts";
import { figuresOf } from "./figures-of.ts";
import { type Matrix, packPaper } from "./pack-paper.ts";
import { packTexts } from "./pack-texts.ts";
import { readPack } from "./read-pack.ts";

type PackDeps = MeetingDeps & { readonly published: CurrentRelease };

interface Which extends QueryOf<typeof getMeetingPackPdf> {
  readonly meetingId: string;
}

/** The papers of a meeting, as a PDF or as one HTML file that needs nothing else. */
export const meetingPackPdf = packOf("pdf");
export const meetingPackHtml = packOf("html");

function packOf(kind: Exclude<PaperKind, "docx">) {
  return async (deps: PackDeps, actor: Actor, which: Which): Promise<FileReply> => {
    const { paper, name } = await paperOf(deps, actor, which);
    return new FileReply(await writePaper(kind, paper), `${name}.${kind}`);
  };
}

const shown = (subject: FigureChoice["subject"], code: string, form: FigureChoice["form"]): FigureChoice => ({
  ...{ id: `${subject}/${code}/${form}`, pointId: null, subject, code, form, roundYear: null, countries: [] },
});
/** The charts of the papers; those of the report come with it. */
const charts = [shown("index", "", "bars"), shown("instrument", "TIP", "lines"), shown("instrument", "SOM", "lines")];

/**
 * The Secretariat puts the papers together, and they are read as somebody of the audience would: what that person may not read is in no file,
 * whoever asks for it. Figures come from the published edition.
 */
async function paperOf(deps: PackDeps, actor: Actor, { meetingId, language, audience }: Which) {
  allow(actor, "network.manage");
  const { section: _, ...person } = actor;
  const nobody = { country: null, organisation: null, assignedIndicators: null };
  const reader: Actor = { ...person, ...nobody, role: packReaders[audience] };
  const now = deps.clock.now();
  const facts = await deps.db.asActor(reader, (tx) => readPack(tx, deps, reader, meetingId));
  const release = deps.published();
  const timeZone = clocksOf(deps, facts.meeting.host);
  const published = {
    matrix: JSON.parse((await release.text("matrix")) ?? "{}") as Matrix,
    figures: await figuresOf(release, charts, localDate(now, timeZone)),
  };
  const zoneOf = (code: string) => clocksOf(deps, code);
  const paper = packPaper(facts, published, {
    ...{ language, audience, now, timeZone, zoneOf, clocks: clockWords(deps, timeZone, language) },
    isDemonstration: deps.config.demonstration,
  });
  const { file, whose } = packTexts[language];
  return { paper, name: `${file}-${facts.meeting.heldOn}-${whose[audience]}-${language}` };
}
