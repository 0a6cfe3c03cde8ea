import type { Tx } from "@avances/db";
import { listRecipients, type Recipient } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { audienceFacts, type CalendarDate, localDate, spokenDate } from "@avances/domain/round";
import { owesReport, statusAsExpected } from "@avances/domain/submission";
import { type Addressee, type LetterKind, letterKinds, wordingRules } from "@avances/domain/wording";
import { contactOf } from "../letters/contact.ts";
import { type PaperLetter, paperLetter } from "../letters/paper-letter.ts";
import { factsFor, kindOfWords, type NoticeToWrite, type WritingConfig } from "./message.ts";
import { goingOf, loadKnown } from "./notice-state.ts";
import { peopleOf, type Addressee as Reader } from "./recipients.ts";

/** A country to which a letter can be written now, and with which texts. */
export interface LetterCountry {
  readonly country: string;
  readonly kinds: readonly LetterKind[];
  /** Whoever reports for it, as far as the portal knows; for the addressee. */
  readonly people: readonly Pick<Recipient, "displayName" | "salutation">[];
}

/** The countries of a round that are asked for something now: what was received, or need not be sent, is asked for by no letter. */
export async function countriesToWriteTo(tx: Tx, roundYear: number, now: Date): Promise<readonly LetterCountry[]> {
  const [states, everybody] = [await listReportingStates(tx, { roundYear }), await listRecipients(tx)];
  return states.flatMap((state) => {
    const kinds = kindsFor(state, now);
    if (kinds.length === 0) return [];
    const people = peopleOf(["focal_point"], state.country, everybody);
    return [{ country: state.country, kinds, people }];
  });
}

function kindsFor(state: ReportingState, now: Date): readonly LetterKind[] {
  const status = statusAsExpected(state);
  if (status !== "not_started" && status !== "draft" && status !== "returned") return [];
  const isReturned = status === "returned";
  return letterKinds({
    isReturned,
    owesReport: owesReport(state),
    wasReceived: state.firstSubmittedAt !== null,
    today: localDate(now, state.timeZone),
    opensOn: state.opensOn,
    date: isReturned ? state.returnDueOn : state.dueOn,
  });
}

export interface WrittenLetter extends PaperLetter {
  /** The day that is printed: of the capital. */
  readonly datedOn: CalendarDate;
  /** The version of the secretariat's words in it; null = built-in words. */
  readonly wordingId: string | null;
}

interface LetterRequest {
  readonly roundYear: number;
  readonly country: string;
  readonly kind: LetterKind;
  readonly language: Language;
  readonly addressee: Addressee;
}

/** The letter as it would be written now; stores nothing. Null when this text is not so for the country now. */
export async function writeLetter(
  tx: Tx,
  actor: Actor,
  { roundYear, country, kind, language, addressee }: LetterRequest,
  { now, config }: { readonly now: Date; readonly config: WritingConfig },
): Promise<WrittenLetter | null> {
  const state = (await listReportingStates(tx, { roundYear })).find((one) => one.country === country);
  if (state === undefined || !kindsFor(state, now).includes(kind)) return null;
  const { step } = wordingRules[kind];
  const everybody = await listRecipients(tx);
  const known = await loadKnown(tx, [roundYear], now);
  const reader: Reader = {
    ...{ id: "letter", email: "", displayName: addressee.name, salutation: addressee.salutation || null, language },
    ...{ countryCode: country, createdAt: now, role: audienceFacts.focal_point.role, audience: "focal_point" as const },
  };
  const item: NoticeToWrite = {
    ...{ state, step, audience: ["focal_point"], people: [reader] },
    anchorDate: spokenDate(step, state) ?? state.dueOn,
    batchId: "00000000-0000-0000-0000-000000000000",
    scheduledFor: now,
    disposition: "send",
    ledger: known.ledger(roundYear, country),
    going: goingOf(state, known),
    contact: contactOf(everybody, actor.userId, state.roundOpenedBy),
  };
  const wanted = kindOfWords(item, reader, now);
  const wording = wanted === kind ? known.wordings(kind, language) : null;
  return {
    ...paperLetter({ ...factsFor(item, reader, now, config), wording }, language, config.publicUrl),
    datedOn: localDate(now, state.timeZone),
    wordingId: wording?.id ?? null,
  };
}
