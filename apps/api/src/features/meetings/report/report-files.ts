import type { getReportPdf, QueryOf } from "@avances/contracts";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { findReport, listReportVersions } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { localDate } from "@avances/domain/round";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import type { Paper } from "#features/shared/paper/blocks.ts";
import { type PaperKind, writePaper } from "#features/shared/paper/write-paper.ts";
import type { CurrentRelease } from "#features/shared/published-answers.ts";
import { FileReply } from "#http/handler.ts";
import { presentFigures } from "./get-figures.ts";
import { reportPaper } from "./report-paper.ts";
import { reportTexts } from "./report-texts.ts";
import { consideredOf, type ReportDeps, shownContent } from "./report-view.ts";

type FilesDeps = ReportDeps & { readonly published: CurrentRelease };

interface Which extends QueryOf<typeof getReportPdf> {
  readonly reportId: string;
}

/** The report as a Word document, a PDF, or one HTML file. */
export const reportDocx = fileOf("docx");
export const reportPdf = fileOf("pdf");
export const reportHtml = fileOf("html");

function fileOf(kind: PaperKind) {
  return async (deps: FilesDeps, actor: Actor, which: Which): Promise<FileReply> => {
    const { paper, name } = await paperOf(deps, actor, which);
    return new FileReply(await writePaper(kind, paper), `${name}.${kind}`);
  };
}

/** The report as this person reads it, as a document. */
async function paperOf(
  deps: FilesDeps,
  actor: Actor,
  { reportId, language, version }: Which,
): Promise<{ readonly paper: Paper; readonly name: string }> {
  allow(actor, "network.read");
  const { content, figures, ...facts } = await deps.db.asActor(actor, async (tx) => {
    const whole = found(await findReport(tx, reportId));
    const shownNow = await shownContent(tx, deps, actor, whole, version);
    const { shown } = shownNow;
    const sent =
      shown === null ? null : found((await listReportVersions(tx, reportId)).find((one) => one.version === shown));
    const participants = await listParticipants(tx);
    return {
      ...shownNow,
      sent,
      names: new Map(participants.map(({ code, name }) => [code, name])),
      organisations: new Set(participants.flatMap(({ code, kind }) => (kind === "organisation" ? [code] : []))),
      // What came of it belongs to the final version, not to what was circulated before.
      considered: sent?.stage === "final" ? consideredOf(whole.report) : null,
    };
  });
  const timeZone = clocksOf(deps, content.meeting.host);
  const paper = reportPaper(
    {
      ...{ ...facts, content, timeZone, day: localDate(facts.at, timeZone) },
      clocks: clockWords(deps, timeZone, language),
      isDemonstration: deps.config.demonstration,
      figures: figures ?? (await presentFigures(deps, content)),
    },
    language,
  );
  const which = facts.shown === null ? "" : `-v${facts.shown}`;
  return { paper, name: `${reportTexts[language].file}-${content.meeting.heldOn}${which}` };
}
