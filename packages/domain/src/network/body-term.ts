import type { CalendarDate } from "../round/calendar-date.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import { type BodyCode, isSide, type ParticipantCode, type TermRole } from "./participant.ts";

/**
 * Between which days a participant held a role in a body, as far as that is known. Either it is known since when, or at least one day on which it
 * was so; until when may be unknown too.
 */
export interface TermDays {
  readonly fromOn: CalendarDate | null;
  readonly untilOn: CalendarDate | null;
  /** A day on which it is known to have held the role, where nobody knows since when. */
  readonly knownOn: CalendarDate | null;
}

export interface BodyTerm extends TermDays {
  readonly participant: ParticipantCode;
  readonly role: TermRole;
}

/**
 * `dates`: neither since when nor a day on which it was so. `order`: it ends before it begins, or before the day on which it was so. `known_ahead`:
 * of a day to come nobody knows yet that it was so. `participant`: does not take part, or is a body itself. `source`: not said from where it is
 * known. `already`: the same participant has that role on record for some of these days.
 */
export const termFaultKinds = ["dates", "order", "known_ahead", "participant", "source", "already"] as const;
export type TermFault = (typeof termFaultKinds)[number];

/** Beside a first day, a day on which it was so says nothing more. */
export function tidyTerm<T extends TermDays>(term: T): T {
  return term.fromOn === null ? term : { ...term, knownOn: null };
}

const firstKnown = ({ fromOn, knownOn }: TermDays) => fromOn ?? knownOn;

/** What cannot be so in a term. `today`: by the clocks of the Secretariat. `recorded`: the terms of this body that were not withdrawn. */
export function termFaults(
  input: BodyTerm & { readonly source: string },
  {
    body,
    today,
    known,
    recorded,
  }: {
    readonly body: BodyCode;
    readonly today: CalendarDate;
    readonly known: Pick<ReadonlySet<ParticipantCode>, "has">;
    readonly recorded: readonly BodyTerm[];
  },
): readonly TermFault[] {
  const term = tidyTerm(input);
  const { participant, role, untilOn, knownOn, source } = term;
  const first = firstKnown(term);
  const isSame = (one: BodyTerm) => one.participant === participant && one.role === role && overlap(one, term);
  const faults: (TermFault | null)[] = [
    first === null ? "dates" : null,
    first !== null && untilOn !== null && untilOn < first ? "order" : null,
    knownOn !== null && knownOn > today ? "known_ahead" : null,
    known.has(participant) && isSide(participant) && participant !== body ? null : "participant",
    source.trim() === "" || isTooLong(source, textLimits.meetingSource) ? "source" : null,
    recorded.some(isSame) ? "already" : null,
  ];
  return faults.filter((fault) => fault !== null);
}

/** Days beyond every other, so that an end that is not on record comes after all. */
const endless = "9999-12-31";

/** The days for which the record says that it was so. Where only one day is known it is that one, and those up to a known end. */
function said({ fromOn, untilOn, knownOn }: TermDays): readonly [CalendarDate, CalendarDate] | null {
  if (fromOn !== null) return [fromOn, untilOn ?? endless];
  return knownOn === null ? null : [knownOn, untilOn ?? knownOn];
}

function overlap(one: TermDays, other: TermDays): boolean {
  const [a, b] = [said(one), said(other)];
  return a !== null && b !== null && a[0] <= b[1] && b[0] <= a[1];
}

/**
 * Did it hold the role on this day? `unknown`: the record does not say, because it does not say since when or until when. A term without an end
 * counts as going on, as long as it is known since when.
 */
export function heldOn(term: TermDays, day: CalendarDate): "yes" | "no" | "unknown" {
  const days = said(term);
  if (days !== null && days[0] <= day && day <= days[1]) return "yes";
  if (term.untilOn !== null && day > term.untilOn) return "no";
  return term.fromOn !== null ? "no" : "unknown";
}

/** In the order of a record: what goes on first, then the latest; the same for the same terms, however they arrive. */
export function inTermOrder<T extends BodyTerm>(terms: readonly T[]): readonly T[] {
  const end = (term: T) => said(term)?.[1] ?? "";
  const begin = (term: T) => firstKnown(term) ?? "";
  const compare = (one: string, other: string) => (one < other ? 1 : one > other ? -1 : 0);
  return [...terms].sort(
    (one, other) =>
      compare(end(one), end(other)) ||
      compare(begin(one), begin(other)) ||
      compare(other.participant, one.participant) ||
      compare(other.role, one.role),
  );
}
