import type { MeetingSummary } from "@avances/contracts";
import { daysUntil, meetingStanding } from "@avances/domain/network";
import { firstWeekday } from "#lib/first-day.ts";
import type { Formats } from "#lib/format.ts";
import type { meetingTexts } from "./meeting.texts.ts";

type Texts = (typeof meetingTexts)["en"];
type Told = Pick<MeetingSummary, "heldOn" | "untilOn" | "timeZone" | "place" | "host" | "state">;

/** The days of a meeting: one, or the first and the last. */
export function meetingDays(t: Texts, f: Formats, { heldOn, untilOn }: Pick<Told, "heldOn" | "untilOn">): string {
  return untilOn === null ? f.weekday(heldOn) : t.span(firstWeekday(f, heldOn, untilOn), f.weekday(untilOn));
}

/** Where a meeting stands at this moment, when and where, in one sentence. `nameOf`: of its host. */
export function meetingSentence(
  t: Texts,
  f: Formats,
  { meeting, now, nameOf }: { readonly meeting: Told; readonly now: Date; readonly nameOf: (code: string) => string },
): string {
  const said = {
    days: meetingDays(t, f, meeting),
    place: meeting.place,
    host: meeting.host === null ? null : nameOf(meeting.host),
  };
  return t.sentence[meetingStanding(meeting, now)](said, f.relativeDays(daysUntil(meeting, now)));
}
