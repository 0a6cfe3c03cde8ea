import { createHash } from "node:crypto";
import type { Tx } from "@avances/db";
import { listActsSince, listVersionsSince, type VersionWithReport } from "@avances/db/queries/event-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listPromisedDays } from "@avances/db/queries/verdict-queries";
import {
  type CalendarDate,
  type EventOf,
  eventRules,
  isEventOf,
  isToldByInvitation,
  localDate,
  type NoticeAudience,
  spokenDate,
} from "@avances/domain/round";
import { answerBy, newsOf } from "@avances/domain/submission";
import type { NoticeEvent, ReceiptFacts } from "../letters/notice-facts.ts";
import { eventKey } from "./ledger.ts";

/** Steps found in the state of reports and the record of acts. Other events are queued by the use case of the act. */
type ActStep = EventOf<"version" | "act">;

/** An act that the country is told about: received, returned, accepted, published, another date. */
export interface EventNotice {
  readonly state: ReportingState;
  readonly step: ActStep;
  readonly anchorDate: CalendarDate;
  /** The version or the act that it reports; makes sure that each is reported once. */
  readonly batchId: string;
  readonly key: string;
  readonly event: NoticeEvent;
  readonly audience: readonly NoticeAudience[];
}

/** The acts since `since`, read from the present state of each submission; the ledger knows which were already reported. */
export async function loadEvents(tx: Tx, since: Date): Promise<readonly EventNotice[]> {
  const happened = (await Promise.all([onVersions(tx, since), onDecisions(tx, since)])).flat();
  if (happened.length === 0) return [];
  const promises = await listPromisedDays(tx);
  const submissionIds = [...new Set(happened.map((one) => one.submissionId))];
  const states = new Map(
    (await listReportingStates(tx, { submissionIds })).map((state) => [state.submissionId, state]),
  );
  return happened.flatMap(({ submissionId, step, at, version, batchId, proof }) => {
    const state = states.get(submissionId);
    if (state === undefined || at < since || isPlanned(step, at, state)) return [];
    return [
      {
        state,
        step,
        anchorDate: spokenDate(step, state) ?? localDate(at, state.timeZone),
        batchId,
        key: eventKey(step, batchId),
        event: {
          at,
          version,
          ...(proof && {
            receipt: receiptFacts(state, { version, ...proof }, answerBy(at, state.timeZone, promises)),
          }),
        },
        audience: eventRules[step].audience,
      },
    ];
  });
}

/** What is proved by the receipt of a version of this report. */
export function receiptFacts(
  { country, roundYear }: Pick<ReportingState, "country" | "roundYear">,
  { version, contentHash, submittedByName, signedByName }: Proof & { readonly version: number },
  promised: CalendarDate | null,
): ReceiptFacts {
  const number = `${country}-${roundYear}-${version}`;
  return { number, contentHash, byName: submittedByName, signedByName, answerBy: promised };
}

/** Did it happen before the round opened, so that the invitation will say it? The country has not been invited yet. */
function isPlanned(step: ActStep, at: Date, { opensOn, timeZone }: ReportingState): boolean {
  return isToldByInvitation(step) && localDate(at, timeZone) < opensOn;
}

interface Happened {
  readonly submissionId: string;
  readonly step: ActStep;
  readonly at: Date;
  readonly version: number;
  readonly batchId: string;
  /** For the receipt of a version. */
  readonly proof?: Proof;
}

type Proof = Pick<VersionWithReport, "contentHash" | "submittedByName" | "signedByName">;

/** When the event that each of these steps reports happened to this version; null = it did not, or another event has replaced it. */
const happenedAt: Readonly<Record<EventOf<"version">, (version: VersionWithReport) => Date | null>> = {
  submitted: ({ submittedAt }) => submittedAt,
  returned: ({ version, submission: { status, version: latest, returnedAt } }) =>
    status === "returned" && version === latest ? returnedAt : null,
  accepted: ({ version, submission: { status, acceptedVersion, acceptedAt } }) =>
    status === "accepted" && version === acceptedVersion ? acceptedAt : null,
  published: ({ version, submission: { status, publishedVersion, publishedAt } }) =>
    status === "published" && version === publishedVersion ? publishedAt : null,
};
const versionSteps = Object.keys(happenedAt) as readonly EventOf<"version">[];

async function onVersions(tx: Tx, since: Date): Promise<readonly Happened[]> {
  const versions = await listVersionsSince(tx, since);
  return versions.flatMap((row) =>
    versionSteps.flatMap((step) => {
      const at = happenedAt[step](row);
      if (at === null) return [];
      const { contentHash, submittedByName, signedByName } = row;
      const proof = step === "submitted" ? { proof: { contentHash, submittedByName, signedByName } } : {};
      return [{ submissionId: row.submission.id, step, at, version: row.version, batchId: row.id, ...proof }];
    }),
  );
}

/** What the secretariat changed for a country, read from the record of acts. Of several changes of one kind only the latest is reported. */
async function onDecisions(tx: Tx, since: Date): Promise<readonly Happened[]> {
  const acts = await listActsSince(tx, since);
  const news = acts.flatMap((act) =>
    newsOf(act)
      // A return is reported with its version, above.
      .filter((step) => isEventOf(step, "act"))
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

/** Always the same id for the same act. */
function actId(submissionId: string, revision: number): string {
  const hex = createHash("sha256").update(`${submissionId} ${revision}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
