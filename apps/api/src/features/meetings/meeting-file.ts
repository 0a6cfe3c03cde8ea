import { findMeeting } from "@avances/db/queries/meeting-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { asDemonstration, calendarFile, calendarNames } from "@avances/notices";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { datedMeeting } from "#features/shared/dated-meeting.ts";
import { FileReply } from "#http/handler.ts";

/** One meeting as a file for a calendar program. */
export async function meetingFile(
  deps: Pick<Deps, "db" | "config">,
  actor: Actor,
  { meetingId, language }: { readonly meetingId: string; readonly language: Language },
): Promise<FileReply> {
  allow(actor, "network.read");
  const { meeting, participants } = await deps.db.asActor(actor, async (tx) => ({
    meeting: found(await findMeeting(tx, meetingId)),
    participants: await listParticipants(tx),
  }));
  const names = new Map(participants.map(({ code, name }) => [code, name]));
  const { entry, writtenAt } = datedMeeting(meeting, { names, language, publicUrl: deps.config.publicUrl });
  const shown = deps.config.demonstration && meeting.publicSource === null ? asDemonstration(entry, language) : entry;
  const file = await calendarFile([{ entry: shown, writtenAt }], { language, isFeed: false });
  return new FileReply(Buffer.from(file), `${calendarNames[language].meeting}-${meeting.heldOn}.ics`);
}
