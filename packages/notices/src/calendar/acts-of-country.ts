import type { Tx } from "@avances/db";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { VersionRow } from "@avances/db/queries/rows";
import { listPromisedDays } from "@avances/db/queries/verdict-queries";
import { type EventStep, eventRules, localDate, spokenDate } from "@avances/domain/round";
import { answerBy, type SignatureStep } from "@avances/domain/submission";
import { contactOf } from "../letters/contact.ts";
import type { NoticeEvent } from "../letters/notice-facts.ts";
import { receiptFacts } from "./events.ts";
import { eventKey } from "./ledger.ts";
import type { WritingConfig } from "./message.ts";
import { goingOf, loadKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { writeNotices } from "./write.ts";

/*
 * Acts of a country that queue their messages themselves, in their own transaction: the act and the message about it are written together
 * or not at all. Called in the role of the scheduler, which may read whom to write to.
 */

interface Context {
  readonly now: Date;
  readonly newId: () => string;
  readonly config: WritingConfig;
}

/**
 * Queues the message that confirms a version, just frozen, to those who report. The planner, which finds every version that nobody was
 * told about, adds nothing: it writes under the same key. Returns how many messages were queued.
 */
export async function tellOfReceipt(
  tx: Tx,
  version: Pick<
    VersionRow,
    "id" | "submissionId" | "version" | "submittedAt" | "submittedByName" | "contentHash" | "signedByName"
  >,
  context: Context,
): Promise<number> {
  const { id, submissionId, submittedAt: at } = version;
  const promises = await listPromisedDays(tx);
  return tell(tx, { submissionId, step: "submitted", batchId: id }, context, (state) => ({
    at,
    version: version.version,
    receipt: receiptFacts(state, version, answerBy(at, state.timeZone, promises)),
  }));
}

/** A step on the way to the signature of a report, just recorded. */
export interface SignatureNews {
  readonly id: string;
  readonly submissionId: string;
  readonly step: SignatureStep;
  readonly at: Date;
  /** The version that it is for. */
  readonly version: number;
  readonly byName: string;
}

const noticeOf = {
  asked: "signature_asked",
  signed: "signature_given",
  sent_back: "signature_refused",
} as const satisfies Readonly<Record<SignatureStep, EventStep>>;

/** Queues the message about this step: to those who may sign when it was asked for, else to those who report. Returns how many. */
export async function tellOfSignature(tx: Tx, news: SignatureNews, context: Context): Promise<number> {
  const { id, submissionId, step, at, version, byName } = news;
  return tell(tx, { submissionId, step: noticeOf[step], batchId: id }, context, () => ({ at, version, byName }));
}

interface About {
  readonly submissionId: string;
  readonly step: EventStep;
  /** The version or step that it reports; makes sure that each is reported once. */
  readonly batchId: string;
}

async function tell(
  tx: Tx,
  { submissionId, step, batchId }: About,
  context: Context,
  eventOf: (state: ReportingState) => NoticeEvent,
): Promise<number> {
  const [state] = await listReportingStates(tx, { submissionIds: [submissionId] });
  if (state === undefined) return 0;
  const [known, everybody] = [
    await loadKnown(tx, [state.roundYear], context.now),
    await listRecipients(tx, context.now),
  ];
  const own = known.ledger(state.roundYear, state.country);
  if (own.events.has(eventKey(step, batchId))) return 0;
  const { audience } = eventRules[step];
  const item = {
    state,
    step,
    anchorDate: spokenDate(step, state) ?? localDate(context.now, state.timeZone),
    batchId,
    scheduledFor: context.now,
    disposition: "send" as const,
    audience,
    people: peopleOf(audience, state.country, everybody),
    ledger: own,
    going: goingOf(state, known),
    contact: contactOf(everybody, state.roundOpenedBy),
    event: eventOf(state),
  };
  return writeNotices(tx, [item], context);
}
