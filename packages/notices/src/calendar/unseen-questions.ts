import type { Tx } from "@avances/db";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listSharedTalk, type SharedTalk } from "@avances/db/queries/unseen-question-queries";
import { eventRules, localDate, nextByItself, remindsOfUnseen } from "@avances/domain/round";
import { unseenQuestions } from "@avances/domain/submission";
import { contactOf } from "../letters/contact.ts";
import type { NoticeToWrite } from "./message.ts";
import { goingOf, type Known, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

const step = "questions_unseen";

/** A report with questions of the secretariat that nobody of the country has seen. */
export interface UnseenOfReport {
  readonly state: ReportingState;
  /** The newest of them. */
  readonly newest: SharedTalk["remarks"][number];
}

/** The reports with such questions that were asked since then, of rounds that were not cancelled. */
export async function loadUnseen(tx: Tx, since: Date): Promise<readonly UnseenOfReport[]> {
  const found = (await listSharedTalk(tx, { unseenSince: since })).flatMap(({ submissionId, ...talk }) => {
    const newest = unseenQuestions(talk.remarks, talk.closings, talk.submittedAt).at(-1);
    return newest === undefined || newest.createdAt < since ? [] : [{ submissionId, newest }];
  });
  if (found.length === 0) return [];
  const states = await listReportingStates(tx, { submissionIds: found.map(({ submissionId }) => submissionId) });
  return states.flatMap((state) => {
    const newest = found.find(({ submissionId }) => submissionId === state.submissionId)?.newest;
    return newest === undefined ? [] : [{ state, newest }];
  });
}

/**
 * Reminders of unseen questions. A country that gets another message of its round today, planned now (`items`), sent, or still to be sent, is
 * reminded the next working day.
 */
export function questionItems(
  questions: readonly UnseenOfReport[],
  items: readonly NoticeToWrite[],
  known: Known,
  everybody: readonly Recipient[],
  now: Date,
): readonly NoticeToWrite[] {
  return questions.flatMap(({ state, newest }) => {
    const own = known.ledger(state.roundYear, state.country);
    const isWrittenTo = items.some(
      (item) => item.state.submissionId === state.submissionId && item.disposition === "send",
    );
    const later = nextByItself(withKnown(state, known), now)?.goesAt ?? null;
    const mayRemind = remindsOfUnseen(
      {
        ...known.quiet(state),
        askedAt: newest.createdAt,
        // What was stopped reminded nobody; of today it is not written again.
        remindedOn: (own.questionDays.get(newest.id) ?? []).flatMap(({ day, isStopped }) =>
          isStopped && day !== localDate(now, state.timeZone) ? [] : [day],
        ),
        otherMessages: [
          own.lastCalendarNotice?.at ?? null,
          own.lastActNotice?.at ?? null,
          own.lastDigestAt,
          later,
          ...(isWrittenTo ? [now] : []),
        ],
      },
      now,
    );
    if (!mayRemind) return [];
    const { audience } = eventRules[step];
    return [
      {
        ...{ state, step, audience, ledger: own, going: goingOf(state, known) },
        anchorDate: localDate(now, state.timeZone),
        batchId: newest.id,
        scheduledFor: now,
        disposition: "send" as const,
        people: peopleOf(audience, state.country, everybody),
        contact: contactOf(everybody, state.roundOpenedBy),
        event: { at: newest.createdAt, version: newest.version, indicatorCode: newest.indicatorCode },
      },
    ];
  });
}

/** Is this question still unseen, and not answered or closed either? */
export async function isUnseen(tx: Tx, remarkId: string): Promise<boolean> {
  const [talk] = await listSharedTalk(tx, { remarkId });
  if (talk === undefined) return false;
  return unseenQuestions(talk.remarks, talk.closings, talk.submittedAt).some(({ id }) => id === remarkId);
}
