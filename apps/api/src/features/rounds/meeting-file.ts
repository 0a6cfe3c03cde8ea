import type { getMeetingFile, QueryOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import { workbook } from "#features/shared/table-file.ts";
import { FileReply } from "#http/handler.ts";
import { meetingTable } from "./meeting-file/meeting-table.ts";
import { type MeetingDocument, meetingDocument } from "./meeting-file/meeting-words.ts";
import { roundStatus } from "./round-status.ts";

type MeetingDeps = Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">;

/** How the files are called in each language. */
const fileNames: Readonly<Record<Language, string>> = { en: "round", es: "ronda" };

interface Which extends QueryOf<typeof getMeetingFile> {
  readonly year: number;
}

/** The state of a round for a meeting, as a PDF. */
export async function meetingSheet(deps: MeetingDeps, actor: Actor, which: Which): Promise<FileReply> {
  const { document, madeAt, name } = await meeting(deps, actor, which);
  // Loaded when the first file is asked for: a start does not wait for a library that few requests need.
  const { drawMeeting } = await import("./meeting-file/draw-meeting.ts");
  return new FileReply(await drawMeeting(document, madeAt), `${name}.pdf`);
}

/** The same as a workbook. */
export async function meetingWorkbook(deps: MeetingDeps, actor: Actor, which: Which): Promise<FileReply> {
  const { document, name } = await meeting(deps, actor, which);
  return new FileReply(await workbook([meetingTable(document, name)]), `${name}.xlsx`);
}

async function meeting(
  deps: MeetingDeps,
  actor: Actor,
  { year, language, timeZone: wanted }: Which,
): Promise<{ readonly document: MeetingDocument; readonly madeAt: Date; readonly name: string }> {
  allow(actor, "rounds.manage");
  const timeZone = wanted ?? clocksOf(deps, actor.country);
  const board = await roundStatus(deps, actor, year);
  const { obligatedGroup } = board.round;
  const group = deps.reference.groups.find(({ code }) => code === obligatedGroup)?.name;
  const facts = {
    board,
    group: group ?? { en: obligatedGroup, es: obligatedGroup },
    timeZone,
    clocks: clockWords(deps, timeZone, language),
    isDemonstration: deps.config.demonstration,
  };
  const madeAt = new Date(board.generatedAt);
  return {
    document: meetingDocument(facts, language),
    madeAt,
    name: `${fileNames[language]}-${year}-${localDate(madeAt, timeZone)}`,
  };
}
