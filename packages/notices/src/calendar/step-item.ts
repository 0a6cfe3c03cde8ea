import { noBatch } from "@avances/db/queries/notice-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { UpcomingNotice } from "@avances/domain/round";
import { contactOf } from "../letters/contact.ts";
import type { NoticeToWrite } from "./message.ts";
import { goingOf, type Known } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";

/** A step of the calendar for one country with all that its messages are made from, to be sent. */
export function stepItem(
  { step, anchorDate, scheduledFor, audience }: UpcomingNotice,
  state: ReportingState,
  known: Known,
  everybody: readonly Recipient[],
): NoticeToWrite {
  return {
    ...{ state, step, anchorDate, scheduledFor, audience },
    batchId: noBatch,
    disposition: "send",
    people: peopleOf(audience, state.country, everybody),
    ledger: known.ledger(state.roundYear, state.country),
    going: goingOf(state, known),
    wordings: known.wordings,
    contact: contactOf(everybody, state.roundOpenedBy),
  };
}
