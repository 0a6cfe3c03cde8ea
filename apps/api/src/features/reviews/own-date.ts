import type { SubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { DomainError } from "@avances/domain/domain-error";
import { type CalendarDate, isWithin, localDate, ownDateRange } from "@avances/domain/round";
import type { Deps } from "#deps.ts";
import { timeZoneOf } from "#features/shared/submission-summary.ts";

interface OwnDate {
  readonly submission: SubmissionInRound;
  readonly now: Date;
  readonly dueOn: CalendarDate;
  /** The date must be later than this, and than today. */
  readonly after?: CalendarDate;
}

/** Refuses a country's own date that has passed, or is so far away that it must be a mistake; the refusal gives the allowed range. */
export function requireOwnDate(deps: Pick<Deps, "reference">, { submission, now, dueOn, after }: OwnDate): void {
  const today = localDate(now, timeZoneOf(deps, submission.countryCode));
  const range = ownDateRange({ today, roundDueOn: submission.round.dueOn, ...(after && { after }) });
  if (!isWithin(dueOn, range)) throw new DomainError("round-dates-out-of-order", { dueOn, ...range });
}

/** Refuses to replace a date by the same date: nothing would be corrected. */
export function requireOtherDate(dueOn: CalendarDate, present: CalendarDate | null): void {
  if (dueOn === present) throw new DomainError("round-dates-out-of-order", { dueOn, present });
}
