import type { getClosingList, QueryOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { closesOn, isClosedFor, localClock, localDate, referenceYear } from "@avances/domain/round";
import { closingCounts, closingPart, closingSentence, isListed } from "@avances/domain/submission";
import type { Deps } from "#deps.ts";
import { allow } from "#features/shared/allow.ts";
import { clocksOf, clockWords } from "#features/shared/clocks.ts";
import { csvFile, type Table, type TableCell, workbook } from "#features/shared/table-file.ts";
import { FileReply } from "#http/handler.ts";
import { closingWords } from "./closing-words.ts";
import { roundStatus } from "./round-status.ts";

type ClosingDeps = Pick<Deps, "db" | "clock" | "catalogues" | "reference" | "config">;
type Board = Awaited<ReturnType<typeof roundStatus>>;

interface Which extends QueryOf<typeof getClosingList> {
  readonly year: number;
}

/** The closing list of a round for the report to the Conference: who has reported and who has not, as CSV or a workbook. */
export async function closingFile(
  deps: ClosingDeps,
  actor: Actor,
  format: "csv" | "xlsx",
  { year, language, timeZone: wanted }: Which,
): Promise<FileReply> {
  allow(actor, "rounds.manage");
  const timeZone = wanted ?? clocksOf(deps, actor.country);
  const board = await roundStatus(deps, actor, year);
  const table = closingTable(board, {
    ...{ language, timeZone, isDemonstration: deps.config.demonstration },
    clocks: clockWords(deps, timeZone, language),
  });
  const bytes = format === "csv" ? csvFile(table, language) : await workbook([table]);
  return new FileReply(
    bytes,
    `${closingWords[language].file}-${year}-${localDate(new Date(board.generatedAt), timeZone)}.${format}`,
  );
}

interface About {
  readonly language: Language;
  readonly timeZone: string;
  /** The same in words. */
  readonly clocks: string;
  readonly isDemonstration: boolean;
}

function closingTable(board: Board, { language, timeZone, clocks, isDemonstration }: About): Table {
  const words = closingWords[language];
  const { round, countries, generatedAt } = board;
  const now = new Date(generatedAt);
  const closes = closesOn(round, timeZone);
  const { compare } = new Intl.Collator(language);
  const sorted = [...countries].sort((one, other) => compare(one.name[language], other.name[language]));
  return {
    name: words.sheet(round.year),
    title: words.title(round.year, referenceYear(round)),
    above: [
      ...(isDemonstration ? [words.demonstration] : []),
      closingSentence(closingCounts(countries), language),
      words.closes(closes, localDate(now, timeZone) >= closes),
      words.made(localClock(now, timeZone), clocks),
      words.days,
    ],
    columns: [
      { head: words.columns.country, width: 26 },
      { head: words.columns.expected, width: 22 },
      { head: words.columns.result, width: 30 },
      { head: words.columns.dueOn, width: 13 },
      { head: words.columns.receivedOn, width: 16 },
      { head: words.columns.daysAfter, width: 14 },
      { head: words.columns.asks, width: 12 },
      { head: words.columns.note, width: 40 },
    ],
    lines: sorted.map((row): TableCell[] => {
      const part = closingPart(row);
      const received = row.firstSubmittedAt === null ? null : localDate(new Date(row.firstSubmittedAt), row.timeZone);
      const isSoFar =
        part === "not_received" && !isListed(row, localDate(now, row.timeZone), isClosedFor(row, round.closedAt));
      return [
        row.name[language],
        words.expected[row.obligated ? "obligated" : "voluntary"],
        isSoFar ? words.soFar : words.part[part],
        row.obligated && !row.exempt ? { day: row.dueOn } : null,
        received === null ? null : { day: received },
        part === "late" || part === "not_received" ? row.timeliness.daysLate : null,
        row.desk?.asks ?? 0,
        notesOf(row, words).join("; ") || null,
      ];
    }),
    below: [words.asksNote],
  };
}

/** What must be known beside the result: another date, a report that is not with the Secretariat now, one that was not owed. */
function notesOf(row: Board["countries"][number], words: (typeof closingWords)[Language]): readonly string[] {
  const { extended, obligated, exempt, firstSubmittedAt, status } = row;
  const isSent = firstSubmittedAt !== null;
  return [
    ...(extended && obligated && !exempt ? [words.note.extended] : []),
    ...(exempt && isSent ? [words.note.exemptSent] : []),
    ...(isSent && status === "draft" ? [words.note.withdrawn] : []),
    ...(status === "returned" ? [words.note.returned] : []),
  ];
}
