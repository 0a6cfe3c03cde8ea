import type { Text } from "@avances/domain/catalogue";
import { type CalendarDate, referenceYear } from "@avances/domain/round";
import { isExempt, type SubmissionStatus, tellsDate } from "@avances/domain/submission";
import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { statement, type Tx } from "../connect.ts";
import { catalogueVersion, country, round, submission, submissionAct } from "../schema/index.ts";
import { milliseconds, readTexts, selectTexts, textPart } from "./text-parts.ts";

export interface Withdrawn {
  readonly version: number;
  readonly at: Date | null;
}

/** The state of one country in one round, as notices need it. */
export interface ReportingState {
  readonly roundYear: number;
  readonly country: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly timeZone: string;
  readonly submissionId: string;
  readonly obligated: boolean;
  readonly exempt: boolean;
  readonly status: SubmissionStatus;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly roundDueOn: CalendarDate;
  /** When the secretariat closed the round before its day, and when it last opened it again; null = it did not. */
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  readonly extensionGrantedAt: Date | null;
  readonly returnDueOn: CalendarDate | null;
  /** When a message about an act last told the country its due date, and the date for its clarifications; else null. */
  readonly dueToldAt: Date | null;
  readonly returnToldAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  /** If the country withdrew the report after sending it: which version, and when if recorded. Null = it did not. */
  readonly withdrawn: Withdrawn | null;
  /** Year of the data that the round asks for. */
  readonly referenceYear: number;
  readonly roundOpenedBy: string | null;
  /** Each rises by one at every act on the round, and on the report. */
  readonly roundRevision: number;
  readonly reportRevision: number;
  /** Answered indicators of the working copy, and all of the round's catalogue. */
  readonly progress: { readonly answered: number; readonly expected: number };
}

/** Which reports to read: those that match all fields given. */
export interface WhichReports {
  readonly roundYear?: number;
  readonly statuses?: readonly SubmissionStatus[];
  readonly submissionIds?: readonly string[];
}

/** The states of countries in rounds that are not cancelled, by year and country. */
export async function listReportingStates(tx: Tx, which: WhichReports): Promise<readonly ReportingState[]> {
  const rows = await tx
    .select({
      roundYear: submission.roundYear,
      country: submission.countryCode,
      countryName: country.name,
      document: country.document,
      timeZone: country.timeZone,
      submissionId: submission.id,
      obligated: submission.obligated,
      status: submission.status,
      exemptReason: submission.exemptReason,
      opensOn: round.opensOn,
      dueOn: submission.dueOn,
      roundDueOn: round.dueOn,
      closedAt: round.closedAt,
      reopenedAt: round.reopenedAt,
      extensionGrantedAt: submission.extensionGrantedAt,
      returnDueOn: submission.returnDueOn,
      returnedAt: submission.returnedAt,
      firstSubmittedAt: submission.firstSubmittedAt,
      version: submission.version,
      referenceEnd: round.referenceEnd,
      roundOpenedBy: round.openedBy,
      roundRevision: round.revision,
      reportRevision: submission.revision,
      answered: submission.answeredCount,
      catalogueVersion: round.catalogueVersion,
    })
    .from(submission)
    .innerJoin(round, and(eq(round.year, submission.roundYear), isNull(round.cancelledAt)))
    .innerJoin(country, eq(country.alpha3, submission.countryCode))
    .where(conditionOf(which))
    .orderBy(asc(submission.roundYear), asc(submission.countryCode));
  const ids = rows.map((row) => row.submissionId);
  const [expected, acts] = await Promise.all([
    indicatorCounts(tx, [...new Set(rows.map((row) => row.catalogueVersion))]),
    actsOfSubmissions(tx, { ids }),
  ]);
  const { told } = readTexts(ofSubmissions, acts);
  return rows.map(
    ({
      document,
      referenceEnd,
      answered,
      returnedAt,
      catalogueVersion: version,
      exemptReason,
      version: sent,
      ...row
    }) => ({
      ...row,
      exempt: isExempt({ ...row, exemptReason }),
      dueToldAt: told.get(row.submissionId)?.due ?? row.extensionGrantedAt,
      returnToldAt: told.get(row.submissionId)?.returned ?? returnedAt,
      withdrawn: withdrawnOf(row, sent, told.get(row.submissionId)?.withdrawn ?? null),
      capital: document.capital,
      referenceYear: referenceYear({ referenceEnd }),
      progress: { answered, expected: expected.get(version) ?? 0 },
    }),
  );
}

function conditionOf({ roundYear, statuses, submissionIds }: WhichReports): SQL | undefined {
  return and(
    roundYear === undefined ? undefined : eq(submission.roundYear, roundYear),
    statuses && inArray(submission.status, [...statuses]),
    submissionIds && inArray(submission.id, [...submissionIds]),
  );
}

/** A draft of which a version was sent before: withdrawal is the only way to this state. */
function withdrawnOf(
  { status, firstSubmittedAt }: Pick<ReportingState, "status" | "firstSubmittedAt">,
  version: number,
  at: Date | null,
): Withdrawn | null {
  return status === "draft" && firstSubmittedAt !== null ? { version, at } : null;
}

/** How many indicators each catalogue has: one query per version, because a catalogue is a large document. */
async function indicatorCounts(tx: Tx, versions: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (versions.length === 0) return new Map();
  const rows = await tx
    .select({
      version: catalogueVersion.version,
      count: sql<number>`jsonb_array_length(${catalogueVersion.document} -> 'indicators')`,
    })
    .from(catalogueVersion)
    .where(inArray(catalogueVersion.version, [...versions]));
  return new Map(rows.map(({ version, count }) => [version, count]));
}

/** When a message about an act last told the country its due date, and the date for its clarifications; else null. */
export interface DatesTold {
  readonly due: Date | null;
  readonly returned: Date | null;
}

interface Told extends DatesTold {
  /** When the country last withdrew its report. */
  readonly withdrawn: Date | null;
}

type ActTold = Pick<typeof submissionAct.$inferSelect, "submissionId" | "act" | "at" | "before" | "after">;
type ActText = [string, ActTold["act"], number, ActTold["before"], ActTold["after"]];

/** What the acts of these submissions told, read in their order. What was told before the round was cancelled and opened again no longer counts. */
const actsPart = (whose: SQL) =>
  textPart(
    sql`select json_agg(json_build_array(${submissionAct.submissionId}, ${submissionAct.act}, ${milliseconds(sql`${submissionAct.at}`)},
        ${submissionAct.before}, ${submissionAct.after}) order by ${submissionAct.submissionId}, ${submissionAct.revision})::text
      from ${submissionAct}
      join ${submission} on ${submission.id} = ${submissionAct.submissionId}
      join ${round} on ${round.year} = ${submission.roundYear}
      where ${whose} and ${submissionAct.at} >= ${round.openedAt}`,
    (rows: readonly ActText[]) =>
      datesTold(
        rows.map(([submissionId, act, at, before, after]) => ({ submissionId, act, at: new Date(at), before, after })),
      ),
  );

/** These dates for all submissions of the round `year`, by id. */
export const datesToldPart = actsPart(sql`${submission.roundYear} = ${sql.placeholder("year")}`);

const ofSubmissions = { told: actsPart(sql`${submission.id} = any(${sql.placeholder("ids")}::uuid[])`) };
const actsOfSubmissions = statement<{ ids: readonly string[] }, Record<string, unknown>[]>(selectTexts(ofSubmissions));

/**
 * When an act last gave each submission another date, by submission id: the message about such an act makes a reminder of the same day
 * unnecessary. Submissions without such an act are absent.
 */
function datesTold(acts: readonly ActTold[]): ReadonlyMap<string, Told> {
  return new Map(
    [...Map.groupBy(acts, (act) => act.submissionId)].map(([id, own]) => {
      const due = own.findLast((act) => tellsDate(act, "due"))?.at ?? null;
      const returned = own.findLast((act) => tellsDate(act, "return_due"))?.at ?? null;
      const withdrawn = own.findLast(({ act }) => act === "withdrawn")?.at ?? null;
      return [id, { due, returned, withdrawn }];
    }),
  );
}
