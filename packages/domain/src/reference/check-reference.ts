import { textFaults } from "../catalogue/text-faults.ts";
import { isCalendarDate } from "../round/calendar-date.ts";
import type { Country, ReferenceData } from "./country.ts";

/** Members of the Regional Conference on Migration. */
const memberCount = 11;

/** Every fault of the countries and groups that a JSON schema cannot express, as sentences; empty when sound. */
export function referenceFaults(reference: ReferenceData): string[] {
  const faults: string[] = [];
  const codes = new Set<string>();
  for (const country of reference.countries) {
    if (codes.has(country.alpha3)) faults.push(`duplicate country ${country.alpha3}`);
    codes.add(country.alpha3);
    if (!isTimeZone(country.timeZone)) faults.push(`${country.alpha3}: ${country.timeZone} is not a time zone`);
    if (!isCalendarDate(country.treatiesAsOf))
      faults.push(`${country.alpha3}: the treaty data do not say of which day they are`);
    faults.push(...populationFaults(country));
    for (const [treaty, acts] of Object.entries(country.treaties))
      faults.push(...treatyFaults(country.alpha3, treaty, acts));
  }
  if (codes.size !== memberCount) faults.push(`${codes.size} member countries, expected ${memberCount}`);
  for (const group of reference.groups) {
    for (const member of group.members)
      if (!codes.has(member)) faults.push(`group ${group.code}: ${member} is not a member country`);
  }
  return [...faults, ...textFaults(reference)];
}

/** A wrong digit would make every rate of a country wrong, so a population that leaps from one year to the next is refused. */
const mostChange = 0.1;

function populationFaults({ alpha3, population }: Country): string[] {
  const years = Object.keys(population.persons).sort();
  if (years.length === 0) return [`${alpha3}: no population`];
  const faults = years.flatMap((year) => {
    const persons = population.persons[year] ?? Number.NaN;
    const isYear = /^\d{4}$/.test(year);
    const isCount = Number.isInteger(persons) && persons > 0;
    return isYear && isCount ? [] : [`${alpha3}: the population of ${year} is ${persons}`];
  });
  for (const year of years) {
    const [now, before] = [population.persons[year], population.persons[String(Number(year) - 1)]];
    if (now === undefined || before === undefined) continue;
    if (Math.abs(now - before) / before > mostChange)
      faults.push(`${alpha3}: the population leaps from ${before} to ${now} in ${year}`);
  }
  return faults;
}

function treatyFaults(country: string, treaty: string, acts: Readonly<Record<string, unknown>>): string[] {
  return ["signature", "consent"].flatMap((name) => {
    const act = acts[name] as { readonly date?: unknown; readonly confirmed?: unknown } | undefined;
    const place = `${country} ${treaty} ${name}`;
    if (act === undefined) return [`${place} is missing`];
    const hasDate = act.date === null || (typeof act.date === "string" && isCalendarDate(act.date));
    return [
      ...(hasDate ? [] : [`${place}: ${String(act.date)} is not a date`]),
      ...(typeof act.confirmed === "boolean" ? [] : [`${place} does not say whether it is confirmed`]),
    ];
  });
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat("en-US", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
