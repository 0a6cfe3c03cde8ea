import type { ActivityRow } from "@avances/db/queries/activity-queries";
import type { Language, Text } from "@avances/domain/catalogue";
import { inLanguage, type ParticipantCode } from "@avances/domain/network";
import type { CalendarEntry } from "@avances/domain/round";
import { activityEntry } from "@avances/notices";
import { type OnActivities, saidLast } from "./activity-ground.ts";

interface Words {
  /** Of the participants. */
  readonly names: ReadonlyMap<ParticipantCode, Text>;
  readonly language: Language;
  readonly publicUrl: string;
}

/**
 * An activity as a calendar shows it, in the calendar that is fetched and in the file of one: on the days on which it was held, else on those for which
 * it is planned. Null = no day is named, or it is a draft. `all`: of any activities.
 */
export function datedActivity(
  row: ActivityRow,
  all: OnActivities,
  { names, language, publicUrl }: Words,
): { readonly entry: CalendarEntry; readonly writtenAt: Date } | null {
  const { stage, held } = saidLast(row, all);
  const startsOn = held?.fromOn ?? row.startsOn;
  if (startsOn === null || row.version === 0) return null;
  const endsOn = held === null ? row.endsOn : held.untilOn;
  const isOfIt = ({ matterId }: { readonly matterId: string }) => matterId === row.id;
  const own = all.translations.filter(isOfIt);
  // Each time something was said of it its entry may be another.
  const changes = [...all.endorsements, ...all.held, ...all.evaluations].filter(isOfIt).length;
  const facts = {
    ...{ id: row.id, title: inLanguage(row, own, language).subject, startsOn, endsOn: endsOn ?? startsOn, stage },
    place: held === null ? row.place : held.place,
    proposer: names.get(row.authorCode) ?? null,
    ...{ sequence: row.revision + changes, withdrawn: row.state === "withdrawn" },
  };
  return { entry: activityEntry(facts, { language, publicUrl }), writtenAt: row.filedAt ?? row.createdAt };
}
