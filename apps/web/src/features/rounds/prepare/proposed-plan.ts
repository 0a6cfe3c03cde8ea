import { membersOn } from "@avances/domain/reference";
import { isCalendarDate, proposedDates } from "@avances/domain/round";
import type { Round } from "../rounds-queries.ts";
import type { Facts, Plan } from "./preparation-queries.ts";

/** The plan proposed for a round of this year: the round that is copied, with its dates in this year and the members of its group on the opening day. */
export function proposedPlan(year: number, copied: Round | undefined, facts: Facts): Plan {
  const group =
    copied?.obligatedGroup ?? facts.groups.find(({ code }) => code === "CA-MEX")?.code ?? facts.groups[0]?.code;
  const members = (day: string) => membersOf(group ?? "", facts, day);
  const daysOff = facts.countries
    .filter(({ country }) => members(facts.today).includes(country))
    .map((one) => new Set(one.daysOff));
  const dates = proposedDates(year, facts.today, { ...(copied && { copied }), daysOff });
  return {
    year,
    copiedFrom: copied?.year ?? null,
    // The same set as last time: there is nothing to look at.
    catalogueSeen: copied?.catalogueVersion === facts.catalogue.version ? facts.catalogue.version : null,
    ...dates,
    obligatedGroup: group ?? "",
    obligatedCountries: [...members(dates.opensOn)].sort(),
    signatureRequired: copied?.signatureRequired ?? false,
    knownGaps: [],
    mailsSeen: null,
  };
}

/** Who belongs to a group on a day; a day that is none counts as today. */
export function membersOf(code: string, facts: Pick<Facts, "groups" | "groupChanges" | "today">, day: string) {
  const group = facts.groups.find((one) => one.code === code);
  return group === undefined ? [] : membersOn(group, facts.groupChanges, isCalendarDate(day) ? day : facts.today);
}
