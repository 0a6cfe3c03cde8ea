import { findActivity } from "@avances/db/queries/activity-queries";
import { listParticipants } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import { asDemonstration, calendarFile, calendarNames } from "@avances/notices";
import { readOnActivities } from "#features/shared/activity-ground.ts";
import { allow, found } from "#features/shared/allow.ts";
import { datedActivity } from "#features/shared/dated-activity.ts";
import { FileReply } from "#http/handler.ts";
import type { ActivityDeps } from "./activity-view.ts";

/** One activity as a file for a calendar program; `not-found` also where no day is named. */
export async function activityFile(
  deps: Pick<ActivityDeps, "db" | "config">,
  actor: Actor,
  { matterId, language }: { readonly matterId: string; readonly language: Language },
): Promise<FileReply> {
  allow(actor, "network.read");
  const { row, all, participants } = await deps.db.asActor(actor, async (tx) => ({
    row: found(await findActivity(tx, matterId)),
    all: await readOnActivities(tx, [matterId]),
    participants: await listParticipants(tx),
  }));
  const names = new Map(participants.map(({ code, name }) => [code, name]));
  const { entry, writtenAt } = found(datedActivity(row, all, { names, language, publicUrl: deps.config.publicUrl }));
  const shown = deps.config.demonstration && row.publicSource === null ? asDemonstration(entry, language) : entry;
  const file = await calendarFile([{ entry: shown, writtenAt }], { language, isFeed: false });
  return new FileReply(Buffer.from(file), `${calendarNames[language].activity}-${entry.date}.ics`);
}
