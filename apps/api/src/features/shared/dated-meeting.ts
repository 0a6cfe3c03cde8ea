import type { MeetingRow } from "@avances/db/queries/meeting-queries";
import type { Language, Text } from "@avances/domain/catalogue";
import type { ParticipantCode } from "@avances/domain/network";
import type { CalendarEntry } from "@avances/domain/round";
import { meetingEntry } from "@avances/notices";

interface Words {
  /** Of the participants. */
  readonly names: ReadonlyMap<ParticipantCode, Text>;
  readonly language: Language;
  readonly publicUrl: string;
}

/** A meeting as a calendar shows it, in the calendar that is fetched and in the file of one meeting. */
export function datedMeeting(
  { id, bodyCode: body, heldOn, untilOn, place, hostCode, revision, state, createdAt }: MeetingRow,
  { names, language, publicUrl }: Words,
): { readonly entry: CalendarEntry; readonly writtenAt: Date } {
  const host = hostCode === null ? null : (names.get(hostCode) ?? null);
  const facts = { ...{ id, body, heldOn, untilOn, place, host, revision }, cancelled: state === "cancelled" };
  return { entry: meetingEntry(facts, { language, publicUrl }), writtenAt: createdAt };
}
