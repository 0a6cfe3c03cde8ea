import type { Tx } from "@avances/db";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { Actor } from "@avances/domain/access";
import { type EventOf, eventRules, isClosedFor, type NextNotice, noticesUntil } from "@avances/domain/round";
import { awaitsFirstReport, owesReport } from "@avances/domain/submission";
import { contactOf } from "../letters/contact.ts";
import type { NoticeToWrite, WritingConfig } from "./message.ts";
import { goingOf, loadKnown, withKnown } from "./notice-state.ts";
import { peopleOf } from "./recipients.ts";
import { writeNotices } from "./write.ts";

const endOfTime = new Date(8.64e15);

/**
 * What it means for a country that the round is closed now. `not_received`: its date has passed and nothing came; `extended`: its own date is to come, and
 * stands; `returned`: its clarifications are awaited by their own date; `withdrawn`: it took its report back; `voluntary`: it prepares a report that it
 * does not owe. Of the others the round asks nothing more.
 */
export type StandingAtClosing = "not_received" | "extended" | "returned" | "withdrawn" | "voluntary";

export interface ClosingOfCountry {
  readonly state: ReportingState;
  readonly standing: StandingAtClosing;
  /** The steps of the calendar that would leave, or be proposed, if the round stayed open, and do not once it is closed. */
  readonly dropped: readonly NextNotice[];
  /** Who is told of the closing. */
  readonly told: readonly Recipient[];
}

/** What closing the round at this moment would mean: what the planner would still do, and whose answers stay a draft. Writes nothing. */
export async function whatClosingMeans(tx: Tx, roundYear: number, now: Date): Promise<readonly ClosingOfCountry[]> {
  const states = await listReportingStates(tx, { roundYear, statuses: ["not_started", "draft", "returned"] });
  const [known, everybody] = [await loadKnown(tx, [roundYear], now), await listRecipients(tx, now)];
  return states.flatMap((state): ClosingOfCountry[] => {
    const standing = standingAtClosing(state, now);
    if (standing === null) return [];
    const open = withKnown(state, known);
    const left = noticesUntil({ ...open, closedAt: now }, now, endOfTime);
    const isLeft = (notice: NextNotice) =>
      left.some(({ step, anchorDate }) => step === notice.step && anchorDate === notice.anchorDate);
    return [
      {
        ...{ state, standing },
        dropped: noticesUntil(open, now, endOfTime).filter((notice) => !isLeft(notice)),
        told: owesFirstReport(state) ? peopleOf(eventRules.round_closed.audience, state.country, everybody) : [],
      },
    ];
  });
}

function standingAtClosing(state: ReportingState, now: Date): StandingAtClosing | null {
  if (owesFirstReport(state)) return isClosedFor(state, now) ? "not_received" : "extended";
  if (state.status === "returned") return "returned";
  if (state.status !== "draft") return null;
  return owesReport(state) ? "withdrawn" : "voluntary";
}

const owesFirstReport = (state: ReportingState) => owesReport(state) && awaitsFirstReport(state);

/**
 * Tells the countries whose first report is awaited that the round was closed, or opened again. Call it after the change, in its transaction. Returns
 * how many messages were queued.
 */
export async function tellOfRound(
  tx: Tx,
  actor: Actor,
  { roundYear, step }: { readonly roundYear: number; readonly step: Exclude<EventOf<"round">, "round_cancelled"> },
  context: { readonly now: Date; readonly newId: () => string; readonly config: WritingConfig },
): Promise<number> {
  const states = await listReportingStates(tx, { roundYear, statuses: ["not_started", "draft"] });
  const [known, everybody] = [await loadKnown(tx, [roundYear], context.now), await listRecipients(tx, context.now)];
  const { audience } = eventRules[step];
  const batchId = context.newId();
  const items = states.filter(owesFirstReport).map(
    (state): NoticeToWrite => ({
      ...{ state, step, batchId, audience, anchorDate: state.dueOn, scheduledFor: context.now, disposition: "send" },
      people: peopleOf(audience, state.country, everybody),
      ledger: known.ledger(roundYear, state.country),
      going: goingOf(state, known),
      contact: contactOf(everybody, actor.userId, state.roundOpenedBy),
    }),
  );
  return await writeNotices(tx, items, context);
}
