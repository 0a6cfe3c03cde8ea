import type { Tx } from "@avances/db";
import { listActiveHolds } from "@avances/db/queries/hold-queries";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listWaitingReminders } from "@avances/db/queries/scheduled-reminder-queries";
import {
  type CalendarDate,
  type CalendarStep,
  type NoticeAudience,
  nextByItself,
  noticeKey,
  proposedNotice,
} from "@avances/domain/round";
import type { LedgerOfCountry } from "./ledger.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { type Known, loadKnown, withKnown } from "./notice-state.ts";
import type { Addressee } from "./recipients.ts";
import { type ResendMessage, readableMessages } from "./resend.ts";
import { countryFacts, type ResendCountry } from "./resend-choice.ts";
import { stepItem } from "./step-item.ts";

/** A step that waits for a person, as it stands now. */
export interface OpenProposal {
  readonly state: ReportingState;
  readonly step: CalendarStep;
  readonly anchorDate: CalendarDate;
  /** Everybody who would get it. */
  readonly people: readonly Addressee[];
  /** For whom it is meant, whoever there is. */
  readonly audience: readonly NoticeAudience[];
  /** When it would leave, were it confirmed now. */
  readonly leavesAt: Date;
  readonly ledger: LedgerOfCountry;
  readonly facts: ResendCountry;
  /** What would be written to everybody, as it will be read. */
  messages(context: {
    readonly now: Date;
    readonly newId: () => string;
    readonly config: WritingConfig;
  }): Promise<readonly ResendMessage[]>;
}

/**
 * The steps of a round that are proposed at this instant: due, and neither decided nor overtaken. Follows from the state of the reports alone, so one
 * whose report has arrived, or whose reminders are held, is not among them, whether the planner has run since or not.
 */
export async function openProposals(tx: Tx, roundYear: number, now: Date): Promise<readonly OpenProposal[]> {
  const states = await listReportingStates(tx, { roundYear });
  const [known, everybody] = [await loadKnown(tx, [roundYear], now), await listRecipients(tx, now)];
  const [holds, waiting] = [await listActiveHolds(tx, now), await listWaitingReminders(tx, roundYear)];
  return states.flatMap((state) => {
    const proposal = proposalOf(tx, state, known, everybody, now);
    return proposal === null ? [] : [{ ...proposal, facts: countryFacts(state, known, holds, now, waiting) }];
  });
}

function proposalOf(
  tx: Tx,
  state: ReportingState,
  known: Known,
  everybody: readonly Recipient[],
  now: Date,
): Omit<OpenProposal, "facts"> | null {
  const full = withKnown(state, known);
  const notice = proposedNotice(full, now);
  if (notice === null) return null;
  const key = noticeKey(notice.step, notice.anchorDate);
  const { needed, decided } = full.confirmation;
  const confirmed = { needed, decided: new Map([...decided, [key, "confirmed" as const]]) };
  const item = stepItem(notice, state, known, everybody);
  return {
    ...{ state, step: notice.step, anchorDate: notice.anchorDate, people: item.people, ledger: item.ledger },
    audience: notice.audience,
    leavesAt: nextByItself({ ...full, confirmation: confirmed }, now)?.goesAt ?? now,
    messages: (context) => {
      // What it says of the next reminder is said after it was confirmed.
      const decidedItem: NoticeToWrite = { ...item, going: { ...item.going, confirmation: confirmed } };
      return readableMessages(tx, [decidedItem], context);
    },
  };
}
