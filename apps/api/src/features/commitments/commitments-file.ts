import type { CommitmentSummary, getCommitmentsCsv, QueryOf } from "@avances/contracts";
import { listCommitments } from "@avances/db/queries/commitment-queries";
import { listMeetings, type MeetingRow } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import { type Language, regionLanguage } from "@avances/domain/catalogue";
import { commitmentWords, type ParticipantCode } from "@avances/domain/network";
import { localClock, localDate } from "@avances/domain/round";
import { allow } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import { inTurns, todayEverywhere } from "#features/shared/list-pages.ts";
import { csvFile, type Table, type TableCell, workbook } from "#features/shared/table-file.ts";
import { wordsInFile } from "#features/shared/words-in-file.ts";
import { FileReply } from "#http/handler.ts";
import { type CommitmentDeps, commitmentSummary, readGround } from "./commitment-view.ts";
import { commitmentsWords } from "./commitments-words.ts";

/** All commitments that this person may read, as a file: CSV or a workbook. */
export async function commitmentsFile(
  deps: CommitmentDeps,
  actor: Actor,
  format: "csv" | "xlsx",
  { language = regionLanguage }: QueryOf<typeof getCommitmentsCsv>,
): Promise<FileReply> {
  allow(actor, "network.read");
  const now = deps.clock.now();
  const timeZone = clocksOf(deps, actor.country);
  const words = commitmentsWords[language];
  const table = await deps.db.asActor(actor, async (tx): Promise<Table> => {
    const rows = await listCommitments(tx, {}, todayEverywhere(deps, now), null);
    const meetings = await listMeetings(tx);
    const participants = await listParticipants(tx);
    const about: About = {
      ...{ language, timeZone, publicUrl: deps.config.publicUrl, meetings },
      nameOf: (code) => participants.find((one) => one.code === code)?.name[language] ?? code,
    };
    const lines = await inTurns(rows, async (some) => {
      const ids = some.map(({ id }) => id);
      const ground = await readGround(tx, ids, now, meetings);
      return some.map((row) => lineOf(commitmentSummary(deps, actor, row, ground), about));
    });
    return {
      ...{ name: words.title, title: words.title, columns: columnsIn(language), below: words.notes },
      above: [
        ...(deps.config.demonstration ? [words.demonstration] : []),
        ...[words.made(localClock(now, timeZone), clockWords(deps, timeZone, language)), words.whose],
      ],
      lines,
    };
  });
  const bytes = format === "csv" ? csvFile(table, language) : await workbook([table]);
  return new FileReply(bytes, `${words.fileName}-${localDate(now, timeZone)}.${format}`);
}

/** The first stays in sight and is on each printed page: it says of what the line is. */
const widths = {
  ...{
    commitment: 40,
    meeting: 18,
    heldOn: 12,
    point: 8,
    words: 60,
    writtenIn: 14,
    responsible: 24,
    to: 30,
    dueOn: 12,
  },
  ...{ overdue: 10, carried: 14, stage: 14, stageOn: 12, note: 40, replyBy: 12, sent: 10, answered: 10 },
  ...{ outcomeOn: 12, outcome: 40, state: 12, address: 40 },
} as const;
type Column = keyof typeof widths;
const order = Object.keys(widths) as readonly Column[];
const columnsIn = (language: Language): Table["columns"] =>
  order.map((name) => ({ head: commitmentsWords[language].columns[name], width: widths[name] }));

interface About {
  readonly language: Language;
  /** By whose clocks it is written: the reader's capital, else where the Secretariat works. */
  readonly timeZone: string;
  readonly nameOf: (code: ParticipantCode) => string;
  readonly meetings: readonly MeetingRow[];
  readonly publicUrl: string;
}

function lineOf(
  one: CommitmentSummary,
  { language, timeZone, nameOf, meetings, publicUrl }: About,
): readonly TableCell[] {
  const words = commitmentsWords[language];
  const meetingOf = (id: string | null) => meetings.find((meeting) => meeting.id === id);
  const made = meetingOf(one.meetingId);
  const concluded = meetingOf(one.outcome?.meetingId ?? null);
  const said = wordsInFile(one.words, language);
  const day = (of: string | null | undefined): TableCell => (of ? { day: of } : null);
  const cells: Readonly<Record<Column, TableCell>> = {
    meeting: made === undefined ? null : words.bodies[made.bodyCode],
    heldOn: day(made?.heldOn),
    point: one.point || null,
    commitment: said.subject,
    words: said.body || null,
    writtenIn: said.writtenIn,
    responsible: nameOf(one.responsible),
    to: one.addressees.map(nameOf).sort(new Intl.Collator(language).compare).join(", ") || null,
    dueOn: day(one.dueOn),
    overdue: one.overdueDays,
    carried: one.carriedOver.length || null,
    stage: commitmentWords[language].stages[one.stage],
    stageOn: { day: localDate(new Date(one.stageAt), timeZone) },
    note: one.stageNote || null,
    replyBy: day(one.replyBy),
    sent: one.sent,
    answered: one.answered,
    outcomeOn: day(concluded?.heldOn),
    outcome: one.outcome?.text ?? null,
    state: words.states[one.state],
    address: `${publicUrl}/${language}/network/commitments/${one.id}`,
  };
  return order.map((name) => cells[name]);
}
