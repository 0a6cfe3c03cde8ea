import type { ProgressOfMeeting } from "@avances/contracts";
import { daysUntil } from "@avances/domain/network";
import type { Formats } from "#lib/format.ts";
import type { progressTexts } from "./progress.texts.ts";

/**
 * By when progress is, or was, awaited; where that day had come before the meeting's was known, that the sooner is the better, or, once the
 * meeting has begun, that there was no day.
 */
export function progressDue(
  t: Pick<(typeof progressTexts)["en"], "due" | "wasDue" | "soon" | "wasSoon">,
  f: Pick<Formats, "weekday">,
  { dueOn, timeZone }: Pick<ProgressOfMeeting, "dueOn" | "timeZone">,
  now: Date,
  isBegun: boolean,
): string {
  if (dueOn === null) return isBegun ? t.wasSoon : t.soon;
  const day = f.weekday(dueOn);
  return daysUntil({ heldOn: dueOn, timeZone }, now) < 0 ? t.wasDue(day) : t.due(day);
}
