import type { Deps } from "@avances/api";
import type { Actor } from "@avances/domain/access";
import type { ParticipantCode } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";

/** Who speaks for whom in the work of the Network. */
export interface NetworkCast {
  readonly secretariat: Actor;
  readonly iom: Actor;
  readonly rncom: Actor;
  readonly coalition: Actor;
  /** Who answers for a country. */
  readonly speaker: (country: ParticipantCode) => Actor;
}

/** A meeting of the story. */
export interface ToldMeeting {
  readonly id: string;
  readonly heldOn: CalendarDate;
}

/** The meetings that nobody held or will hold: one about a year ago, one some months ago, and one that comes. */
export interface NetworkMeetings {
  readonly earlier: ToldMeeting;
  readonly past: ToldMeeting;
  readonly coming: ToldMeeting;
}

/** The portal as it was on a day, in the morning of the region; null = as it is now. */
export function onDay(deps: Deps, day: CalendarDate | null): Deps {
  return day === null ? deps : { ...deps, clock: { now: () => new Date(`${day}T16:00:00Z`) } };
}
