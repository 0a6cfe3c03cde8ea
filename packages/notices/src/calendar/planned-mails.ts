import type { Tx } from "@avances/db";
import { noBatch } from "@avances/db/queries/notice-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { Language } from "@avances/domain/catalogue";
import {
  audienceFacts,
  type CalendarStep,
  isAsk,
  type NextNotice,
  type NoticeAudience,
  noticeKey,
  noticesUntil,
} from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import { readBody } from "../letters/mail-body.ts";
import type { LedgerOfCountry } from "./ledger.ts";
import { messageFor, type NoticeToWrite, type WritingConfig } from "./message.ts";
import { goingOf, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

const endOfTime = new Date(8.64e15);

/** A step of the calendar that would leave to a country if it sent nothing, and everybody who would get it. */
export interface PlannedMail extends Pick<NextNotice, "step" | "ownDay" | "moved"> {
  readonly country: string;
  readonly obligated: boolean;
  readonly at: Date;
  readonly to: readonly { readonly name: string; readonly audience: NoticeAudience; readonly language: Language }[];
}

/** A message as one of its readers would get it. */
export interface PlannedLetter {
  readonly recipient: string;
  readonly audience: NoticeAudience;
  readonly language: Language;
  readonly subject: string;
  readonly bodyText: string;
}

/** The whole calendar of a round, as the planner would send it if no country sent anything, by time. Writes and sends nothing. */
export async function plannedMails(tx: Tx, roundYear: number, now: Date): Promise<readonly PlannedMail[]> {
  const { states, known, everybody } = await read(tx, roundYear, now);
  return states
    .flatMap((state) =>
      noticesUntil(withKnown(state, known), now, endOfTime).map((notice) => ({
        ...{ country: state.country, obligated: state.obligated },
        ...{ step: notice.step, at: notice.goesAt, ownDay: notice.ownDay, moved: notice.moved },
        to: peopleOf(notice.audience, state.country, everybody).map(({ displayName, audience, language }) => ({
          ...{ name: displayName, audience, language },
        })),
      })),
    )
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The messages of one of these steps to one country: what each reader would read then. Empty when the step would not leave. */
export async function plannedLetters(
  tx: Tx,
  { roundYear, country, step }: { readonly roundYear: number; readonly country: string; readonly step: CalendarStep },
  { now, newId, config }: { readonly now: Date; readonly newId: () => string; readonly config: WritingConfig },
): Promise<readonly PlannedLetter[]> {
  const { states, known, everybody } = await read(tx, roundYear, now);
  const state = states.find((one) => one.country === country);
  if (state === undefined) return [];
  const notices = noticesUntil(withKnown(state, known), now, endOfTime);
  const index = notices.findIndex((notice) => notice.step === step);
  const notice = notices[index];
  if (notice === undefined) return [];
  const people = peopleOf(notice.audience, country, everybody);
  const ledger = ledgerAfter(known.ledger(roundYear, country), notices.slice(0, index), state, everybody);
  const item: NoticeToWrite = {
    ...{ state, step, anchorDate: notice.anchorDate, batchId: noBatch, scheduledFor: notice.scheduledFor },
    ...{
      disposition: "send",
      audience: notice.audience,
      people,
      ledger,
      going: goingOf(state, known),
      wordings: known.wordings,
    },
    contact: contactOf(everybody, state.roundOpenedBy),
  };
  return people.map((person) => {
    const ids = { mailId: newId(), noticeId: newId() };
    const { subject, bodyText } = messageFor(item, person, ids, notice.goesAt, config);
    return {
      ...{ recipient: person.displayName, audience: person.audience, language: person.language, subject },
      bodyText: readBody(bodyText, person.language),
    };
  });
}

/** What the ledger would say once these had left. */
export function ledgerAfter(
  before: LedgerOfCountry,
  sent: readonly NextNotice[],
  { country }: ReportingState,
  everybody: readonly Recipient[],
): LedgerOfCountry {
  const asks = sent.filter(
    ({ step, audience }) =>
      isAsk(step) && peopleOf(audience, country, everybody).some((one) => audienceFacts[one.audience].reports),
  );
  const last = sent.at(-1);
  return {
    ...before,
    handled: new Set([...before.handled, ...sent.map(({ step, anchorDate }) => noticeKey(step, anchorDate))]),
    asks: before.asks + asks.length,
    firstAskAt: before.firstAskAt ?? asks[0]?.goesAt ?? null,
    lastAskAt: asks.at(-1)?.goesAt ?? before.lastAskAt,
    lastCalendarNotice: last === undefined ? before.lastCalendarNotice : { step: last.step, at: last.goesAt },
  };
}

async function read(tx: Tx, roundYear: number, now: Date) {
  const states = await listReportingStates(tx, { roundYear });
  return { states, known: await loadKnown(tx, [roundYear], now), everybody: await listRecipients(tx, now) };
}
