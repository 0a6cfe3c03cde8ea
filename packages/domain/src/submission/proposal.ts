import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { endOfDay } from "../round/deadline.ts";
import type { SubmissionStatus } from "./submission-status.ts";

/**
 * What became of a contributor's proposal: nobody has decided; it is an answer of the report; it went back to its author with a note; its
 * author took it back before anybody decided.
 */
export const proposalStates = ["open", "taken", "given_back", "withdrawn"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Days after its due date for which a section can still be written, by whoever has its link. */
export const sectionGraceDays = 15;
/** Days for which a link to a section can be used, once. */
export const sectionLinkDays = 7;

/** The first instant at which a section is closed to its person. `timeZone`: IANA name, of the country's capital. */
export function sectionEndsAt({ dueOn }: { readonly dueOn: CalendarDate }, timeZone: string): Date {
  return endOfDay(addDays(dueOn, sectionGraceDays), timeZone);
}

/**
 * The latest day on which a section asked for today can be due: that on which the country's report is awaited or, when it has passed, as
 * many days from today as a section stays open after its date. `returnDueOn`: of a returned report.
 */
export function lastSectionDay(
  { dueOn, returnDueOn, status }: { dueOn: CalendarDate; returnDueOn: CalendarDate | null; status: SubmissionStatus },
  today: CalendarDate,
): CalendarDate {
  const awaited = status === "returned" && returnDueOn !== null ? returnDueOn : dueOn;
  return awaited >= today ? awaited : addDays(today, sectionGraceDays);
}
