import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import { round, submission, submissionAct, submissionVersion } from "@avances/db/schema";
import {
  type CalendarDate,
  type EventStep,
  eventRules,
  localDate,
  type NoticeAudience,
  spokenDate,
} from "@avances/domain/round";
import { newsOf } from "@avances/domain/submission";
import { and, asc, eq, gte, inArray, or } from "drizzle-orm";
import { eventKey } from "./ledger.ts";
import { loadReportingStates, type ReportingState } from "./reporting-state.ts";

type ActStep = Exclude<EventStep, "resend">;

/** An act of which the country is told: received, returned, accepted, published, another date. */
export interface EventNotice {
  readonly state: ReportingState;
  readonly step: ActStep;
  readonly anchorDate: CalendarDate;
  /** The version or the act it concerns; it makes each one's notice happen once. */
  readonly batchId: string;
  readonly key: string;
  readonly event: { readonly at: Date; readonly version: number };
  readonly audience: readonly NoticeAudience[];
}

/** The acts since `since`, read from where each submission stands; whether they were told already is the ledger's to say. */
export async function loadEvents(tx: Tx, since: Date): Promise<readonly EventNotice[]> {
  const happened = [...(await onVersions(tx, since)), ...(await onDecisions(tx, since))];
  if (happened.length === 0) return [];
  const ids = [...new Set(happened.map((one) => one.submissionId))];
  const states = new Map(
    (await loadReportingStates(tx, inArray(submission.id, ids))).map((state) => [state.submissionId, state]),
  );
  return happened.flatMap(({ submissionId, step, at, version, batchId }) => {
    const state = states.get(submissionId);
    if (state === undefined || at < since || isPlanned(step, at, state)) return [];
    return [
      {
        state,
        step,
        anchorDate: spokenDate(step, state) ?? localDate(at, state.timeZone),
        batchId,
        key: eventKey(step, batchId),
        event: { at, version },
        audience: eventRules[step].audience,
      },
    ];
  });
}

/** A date that was moved before the round opened: the country has not been invited yet, and the invitation names the date. */
function isPlanned(step: ActStep, at: Date, { opensOn, timeZone }: ReportingState): boolean {
  return step === "extended" && localDate(at, timeZone) < opensOn;
}

interface Happened {
  readonly submissionId: string;
  readonly step: ActStep;
  readonly at: Date;
  readonly version: number;
  readonly batchId: string;
}

async function onVersions(tx: Tx, since: Date): Promise<readonly Happened[]> {
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
  return rows.flatMap(({ submissionId, versionId, version, status, ...row }) => {
    const when: readonly (readonly [ActStep, Date | null])[] = [
      ["submitted", row.submittedAt],
      ["returned", status === "returned" && version === row.latest ? row.returnedAt : null],
      ["accepted", status === "accepted" && version === row.acceptedVersion ? row.acceptedAt : null],
      ["published", status === "published" && version === row.publishedVersion ? row.publishedAt : null],
    ];
    return when.flatMap(([step, at]) => (at === null ? [] : [{ submissionId, step, at, version, batchId: versionId }]));
  });
}

/** What the secretariat changed for a country, read from the record of acts. Of several changes of one kind the latest is told. */
async function onDecisions(tx: Tx, since: Date): Promise<readonly Happened[]> {
  const acts = await tx
    .select({
      submissionId: submissionAct.submissionId,
      revision: submissionAct.revision,
      act: submissionAct.act,
      at: submissionAct.at,
      before: submissionAct.before,
      after: submissionAct.after,
    })
    .from(submissionAct)
    .innerJoin(submission, eq(submission.id, submissionAct.submissionId))
    .innerJoin(round, eq(round.year, submission.roundYear))
    // Acts of a round that was cancelled are no news in the one that was opened in its place.
    .where(and(gte(submissionAct.at, since), gte(submissionAct.at, round.openedAt)))
    .orderBy(asc(submissionAct.submissionId), asc(submissionAct.revision));
  const news = acts.flatMap((act) =>
    newsOf(act)
      // A return is told with its version, above.
      .filter((step) => step !== "returned")
      .map((step): Happened & { readonly key: string } => ({
        key: `${act.submissionId} ${step}`,
        submissionId: act.submissionId,
        step,
        at: act.at,
        version: act.after.version,
        batchId: actId(act.submissionId, act.revision),
      })),
  );
  return [...new Map(news.map((one) => [one.key, one])).values()];
}

/** The same id for the same act each time. */
function actId(submissionId: string, revision: number): string {
  const hex = createHash("sha256").update(`${submissionId} ${revision}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
