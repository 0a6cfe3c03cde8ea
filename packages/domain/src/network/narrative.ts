import { type InstrumentCode, instrumentCodes } from "../catalogue/catalogue.ts";
import { addDays, type CalendarDate } from "../round/calendar-date.ts";
import { type DatedMeeting, type MeetingState, meetingStanding } from "./meeting.ts";
import type { BodyCode, ParticipantCode } from "./participant.ts";
import type { Visibility } from "./visibility.ts";

/** What a country tells, before a meeting of the Network, of its progress since the last one: once for each Protocol. */
export const narrativeInstruments = instrumentCodes;

/** Days before the meeting by which the countries are asked for it, so that the others can read it. */
export const progressLeadDays = 14;

/** The day by which progress is awaited. */
export const progressDueOn = ({ heldOn }: { readonly heldOn: CalendarDate }): CalendarDate =>
  addDays(heldOn, -progressLeadDays);

/** Is progress shared for this meeting? Only the Network itself asks its members for it, and nobody for a meeting that will not be. */
export function takesProgress({ body, state }: { readonly body: BodyCode; readonly state: MeetingState }): boolean {
  return body === "LON" && state !== "cancelled";
}

/**
 * Is a country still invited to tell it? Until the last day of the meeting is over, or somebody noted before that it was held: afterwards what is new is
 * told for the next one. A draft that was begun by then may still be filed.
 */
export function invitesToTell(meeting: DatedMeeting & { readonly body: BodyCode }, now: Date): boolean {
  return takesProgress(meeting) && ["to_come", "under_way"].includes(meetingStanding(meeting, now));
}

/** What was told to the Secretariat alone was not shared with the delegations. `app.who_shared` says the same in SQL. */
export const isShared = (visibility: Visibility): boolean => visibility !== "secretariat";

/**
 * `body`: the meeting is not one of the Network, or was cancelled. `taken`: this country has told of this Protocol for this meeting already; that is
 * written on in another version. `link_unknown`: something it is said to be about is not in the catalogue any more.
 */
export const narrativeFaultKinds = ["body", "taken", "link_unknown"] as const;
export type NarrativeFault = (typeof narrativeFaultKinds)[number];

/** A narrative as the others of the same country and meeting are judged by. */
export interface ToldProgress {
  readonly id: string;
  readonly author: ParticipantCode;
  readonly instrument: InstrumentCode;
  readonly state: "draft" | "filed" | "withdrawn";
}

/** The Protocols of which this side has told nothing for the meeting yet, not even a draft. */
export function leftToTell(
  told: readonly ToldProgress[],
  side: ParticipantCode | null,
  except = "",
): readonly InstrumentCode[] {
  if (side === null) return [];
  const own = told.filter(({ id, author, state }) => id !== except && author === side && state !== "withdrawn");
  return narrativeInstruments.filter((code) => !own.some(({ instrument }) => instrument === code));
}
