import type { Tx } from "@avances/db";
import { submission, submissionVersion } from "@avances/db/schema";
import { type CalendarDate, eventAudience, localDate, type NoticeAudience } from "@avances/domain/round";
import { eq, gte, inArray, or } from "drizzle-orm";
import { eventKey } from "./ledger.ts";
import { loadReportingStates, type ReportingState } from "./reporting-state.ts";

/** An act of which the country is told: received, returned, accepted, published. */
export interface EventNotice {
  readonly state: ReportingState;
  readonly step: "submitted" | "returned" | "accepted" | "published";
  readonly anchorDate: CalendarDate;
  /** The version it concerns; it makes each version's notice happen once. */
  readonly batchId: string;
  readonly key: string;
  readonly event: { readonly at: Date; readonly version: number };
  readonly audience: readonly NoticeAudience[];
}

/** The acts since `since`, read from where each submission stands; whether they were told already is the ledger's to say. */
export async function loadEvents(tx: Tx, since: Date): Promise<readonly EventNotice[]> {
  const rows = await tx
    .select({
      versionId: submissionVersion.id,
      version: submissionVersion.version,
      submittedAt: submissionVersion.submittedAt,
      submissionId: submission.id,
      status: submission.status,
      latest: submission.version,
      returnedAt: submission.returnedAt,
      acceptedAt: submission.acceptedAt,
      acceptedVersion: submission.acceptedVersion,
      publishedAt: submission.publishedAt,
      publishedVersion: submission.publishedVersion,
    })
    .from(submissionVersion)
    .innerJoin(submission, eq(submission.id, submissionVersion.submissionId))
    .where(
      or(
        gte(submissionVersion.submittedAt, since),
        gte(submission.returnedAt, since),
        gte(submission.acceptedAt, since),
        gte(submission.publishedAt, since),
      ),
    );
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map((row) => row.submissionId))];
  const states = new Map(
    (await loadReportingStates(tx, inArray(submission.id, ids))).map((state) => [state.submissionId, state]),
  );
  return rows.flatMap((row) => {
    const state = states.get(row.submissionId);
    return state === undefined ? [] : eventsOf(row, state, since);
  });
}

interface VersionRow {
  readonly versionId: string;
  readonly version: number;
  readonly submittedAt: Date;
  readonly status: ReportingState["status"];
  readonly latest: number;
  readonly returnedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly acceptedVersion: number | null;
  readonly publishedAt: Date | null;
  readonly publishedVersion: number | null;
}

function eventsOf(row: VersionRow, state: ReportingState, since: Date): readonly EventNotice[] {
  const { status, version } = row;
  const isAccepted = status === "accepted" || status === "published";
  const happened: Record<EventNotice["step"], Date | null> = {
    submitted: row.submittedAt,
    returned: status === "returned" && version === row.latest ? row.returnedAt : null,
    accepted: isAccepted && version === row.acceptedVersion ? row.acceptedAt : null,
    published: status === "published" && version === row.publishedVersion ? row.publishedAt : null,
  };
  return Object.entries(happened).flatMap(([name, at]) => {
    if (at === null || at < since) return [];
    const step = name as EventNotice["step"];
    return [
      {
        state,
        step,
        anchorDate: localDate(at, state.timeZone),
        batchId: row.versionId,
        key: eventKey(step, row.versionId),
        event: { at, version },
        audience: eventAudience[step],
      },
    ];
  });
}
