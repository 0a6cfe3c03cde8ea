import type { Tx } from "@avances/db";
import { country, round, submission } from "@avances/db/schema";
import type { Text } from "@avances/domain/catalogue";
import type { CalendarDate } from "@avances/domain/round";
import type { SubmissionStatus } from "@avances/domain/submission";
import { and, asc, eq, type SQL } from "drizzle-orm";

/** Where one country stands in one round, as far as notices are concerned. */
export interface ReportingState {
  readonly roundYear: number;
  readonly country: string;
  readonly countryName: Text;
  readonly capital: Text;
  readonly timeZone: string;
  readonly submissionId: string;
  readonly obligated: boolean;
  readonly status: SubmissionStatus;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly extended: boolean;
  readonly returnDueOn: CalendarDate | null;
  readonly firstSubmittedAt: Date | null;
}

/** The states of all countries and rounds that meet the condition, by year and country. */
export async function loadReportingStates(tx: Tx, where: SQL | undefined): Promise<readonly ReportingState[]> {
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
      opensOn: round.opensOn,
      dueOn: submission.dueOn,
      extensionGrantedAt: submission.extensionGrantedAt,
      returnDueOn: submission.returnDueOn,
      firstSubmittedAt: submission.firstSubmittedAt,
    })
    .from(submission)
    .innerJoin(round, eq(round.year, submission.roundYear))
    .innerJoin(country, eq(country.alpha3, submission.countryCode))
    .where(and(where))
    .orderBy(asc(submission.roundYear), asc(submission.countryCode));
  return rows.map(({ document, extensionGrantedAt, ...row }) => ({
    ...row,
    capital: document.capital,
    extended: extensionGrantedAt !== null,
  }));
}
