import type { getReportPdf, QueryOf } from "@avances/contracts";
import { listParticipants } from "@avances/db/queries/reference-queries";
import { findReport, listReportVersions } from "@avances/db/queries/report-queries";
import type { Actor } from "@avances/domain/access";
import { localDate } from "@avances/domain/round";
import { allow, found } from "#features/shared/allow.ts";
import { clocksOf } from "#features/shared/clocks.ts";
import type { Paper } from "#features/shared/paper/blocks.ts";
import { FileReply } from "#http/handler.ts";
import { reportPaper } from "./report-paper.ts";
import { reportTexts } from "./report-texts.ts";
import { consideredOf, type ReportDeps, shownContent } from "./report-view.ts";

interface Which extends QueryOf<typeof getReportPdf> {
  readonly reportId: string;
}

/** The report as a Word document. The writers are loaded when somebody first asks: a start does not wait for libraries that few requests need. */
export async function reportDocx(deps: ReportDeps, actor: Actor, which: Which): Promise<FileReply> {
  const { paper, name } = await paperOf(deps, actor, which);
  const { toDocx } = await import("#features/shared/paper/to-docx.ts");
  return new FileReply(await toDocx(paper), `${name}.docx`);
}

export async function reportPdf(deps: ReportDeps, actor: Actor, which: Which): Promise<FileReply> {
  const { paper, name } = await paperOf(deps, actor, which);
  const { toPdf } = await import("#features/shared/paper/to-pdf.ts");
  return new FileReply(await toPdf(paper), `${name}.pdf`);
}

export async function reportHtml(deps: ReportDeps, actor: Actor, which: Which): Promise<FileReply> {
  const { paper, name } = await paperOf(deps, actor, which);
  const { toHtml } = await import("#features/shared/paper/to-html.ts");
  return new FileReply(Buffer.from(toHtml(paper)), `${name}.html`);
}

/** The report as this person reads it, as a document. */
async function paperOf(
  deps: ReportDeps,
  actor: Actor,
  { reportId, language, version }: Which,
): Promise<{ readonly paper: Paper; readonly name: string }> {
  allow(actor, "network.read");
  return deps.db.asActor(actor, async (tx) => {
    const whole = found(await findReport(tx, reportId));
    const { shown, content, at, invented, publicSource } = await shownContent(tx, deps, actor, whole, version);
    const sent =
      shown === null ? null : found((await listReportVersions(tx, reportId)).find((one) => one.version === shown));
    const participants = await listParticipants(tx);
    const paper = reportPaper(
      {
        ...{ content, sent, at, invented, publicSource },
        names: new Map(participants.map(({ code, name }) => [code, name])),
        // What came of it belongs to the final version, not to what was circulated before.
        considered: sent?.stage === "final" ? consideredOf(whole.report) : null,
        day: localDate(at, clocksOf(deps, content.meeting.host)),
      },
      language,
    );
    const which = shown === null ? "" : `-v${shown}`;
    return { paper, name: `${reportTexts[language].file}-${content.meeting.heldOn}${which}` };
  });
}
