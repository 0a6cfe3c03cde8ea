import type { ProgressOfMeeting } from "@avances/contracts";
import { daysUntil } from "@avances/domain/network";
import type { Formats } from "#lib/format.ts";
import type { progressTexts } from "./progress.texts.ts";

/** By when progress is, or was, awaited; where that day had come before the meeting's was known, that the sooner is the better. */
export function progressDue(
  t: Pick<(typeof progressTexts)["en"], "due" | "wasDue" | "soon">,
  f: Pick<Formats, "weekday">,
  { dueOn, timeZone }: Pick<ProgressOfMeeting, "dueOn" | "timeZone">,
  now: Date,
): string {
  if (dueOn === null) return t.soon;
  const day = f.weekday(dueOn);
  return daysUntil({ heldOn: dueOn, timeZone }, now) < 0 ? t.wasDue(day) : t.due(day);
}
