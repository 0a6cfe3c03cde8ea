import type { MeetingSummary } from "@avances/contracts";
import type { Formats } from "#lib/format.ts";
import type { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingDays } from "#ui/meeting-words.ts";

/** The days of an activity in words; null = none is named. */
export function activityDays(
  m: (typeof meetingTexts)["en"],
  f: Formats,
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
): string | null {
  return startsOn === null ? null : meetingDays(m, f, { heldOn: startsOn, untilOn: endsOn });
}

/** A meeting by its body and days; of one that is not known nothing. */
export function meetingNamed(
  meetings: readonly MeetingSummary[],
  id: string,
  m: (typeof meetingTexts)["en"],
  f: Formats,
): string {
  const meeting = meetings.find((one) => one.id === id);
  if (meeting === undefined) return "";
  return `${m.bodies[meeting.body]}, ${activityDays(m, f, { startsOn: meeting.heldOn, endsOn: meeting.untilOn })}`;
}
