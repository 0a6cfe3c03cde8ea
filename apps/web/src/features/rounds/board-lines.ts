import type { CountryStatus } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import type { Language } from "#i18n/language.ts";
import type { Formats } from "#lib/format.ts";
import { monitorTexts } from "./monitor.texts.ts";

/** More countries than this are counted, not named. */
const namesAtMost = 12;

/** Who is late and by how many days of its own calendar, alphabetically: "Late: Costa Rica (8 days) and Nicaragua (8 days)." */
export function lateNames(late: readonly CountryStatus[], language: Language, f: Formats): string {
  const t = monitorTexts[language];
  const sorted = [...late].sort((one, other) => f.compare(one.name[language], other.name[language]));
  const named = sorted
    .slice(0, namesAtMost)
    .map(({ name, timeliness }) => t.lateName(name[language], f.days(timeliness.daysLate)));
  const rest = sorted.length - named.length;
  return t.lateNames(f.list(rest === 0 ? named : [...named, t.more(rest)]));
}

/** Steps that wait for a person now. */
export function waitingSteps(rows: readonly CountryStatus[]): number {
  return rows.filter(({ desk }) => (desk?.nextNotice?.proposedAt ?? null) !== null).length;
}

/** The earliest automatic step of the round, by whose clocks, and how many countries have theirs on that day. */
export function nextStepOf(
  rows: readonly CountryStatus[],
): { readonly at: string; readonly timeZone: string; readonly countries: number } | null {
  const steps = rows.flatMap(({ desk, timeZone }) => {
    const next = desk?.nextNotice;
    // One that needs a person does not leave by itself.
    const at = next?.needsConfirmation ? next.thenAt : next?.at;
    return at ? [{ at, timeZone }] : [];
  });
  const first = steps.reduce<(typeof steps)[number] | null>(
    (earliest, step) => (earliest === null || step.at < earliest.at ? step : earliest),
    null,
  );
  if (first === null) return null;
  return {
    ...first,
    countries: steps.filter(({ at, timeZone }) => dayOf(at, timeZone) === dayOf(first.at, first.timeZone)).length,
  };
}

const dayOf = (at: string, timeZone: string) => localDate(new Date(at), timeZone);
