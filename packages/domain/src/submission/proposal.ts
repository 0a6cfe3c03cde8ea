import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { endOfDay } from "../round/deadline.ts";
import { isEditable, type SubmissionStatus } from "./submission-status.ts";

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

/** Since when what is asked of a section, and by when, is as it is. */
function sectionAskedAt({ invitedAt, changedAt }: { readonly invitedAt: Date; readonly changedAt: Date | null }): Date {
  return changedAt ?? invitedAt;
}

/** When the person of a section was last told what is asked and by when. `toldAt`: of a change; null = of none. A change alone tells nobody. */
export function sectionToldAt({ invitedAt, toldAt }: { readonly invitedAt: Date; readonly toldAt: Date | null }): Date {
  return toldAt ?? invitedAt;
}

/**
 * Is anything still awaited from the person of a section? Not once it was handed in, taken back or closed, nor while the report cannot be
 * written; of a report that was returned, also once it was sent again and withdrawn, only what was asked for since: of the rest nobody knows
 * here whether it can be changed.
 */
export function awaitsSection(
  section: {
    readonly dueOn: CalendarDate;
    readonly invitedAt: Date;
    readonly changedAt: Date | null;
    readonly handedInAt: Date | null;
    readonly removedAt: Date | null;
  },
  report: { readonly status: SubmissionStatus; readonly returnedAt: Date | null; readonly timeZone: string },
  now: Date,
): boolean {
  if (section.handedInAt !== null || section.removedAt !== null) return false;
  if (now >= sectionEndsAt(section, report.timeZone) || !isEditable(report.status)) return false;
  return report.returnedAt === null || sectionAskedAt(section) >= report.returnedAt;
}

/** How far a section is: what is proposed, taken and given back, and what its person has not proposed or took back. They add up to `asked`. */
export interface SectionCounts {
  readonly asked: number;
  readonly proposed: number;
  readonly taken: number;
  readonly givenBack: number;
  readonly missing: number;
}

/** `proposals`: of the person of the section. */
export function sectionCounts(
  indicators: readonly string[],
  proposals: readonly { readonly indicatorCode: string; readonly decision: ProposalState }[],
): SectionCounts {
  const of = (decision: ProposalState) =>
    proposals.filter((each) => each.decision === decision && indicators.includes(each.indicatorCode)).length;
  const [proposed, taken, givenBack] = [of("open"), of("taken"), of("given_back")];
  const asked = indicators.length;
  return { asked, proposed, taken, givenBack, missing: asked - proposed - taken - givenBack };
}
