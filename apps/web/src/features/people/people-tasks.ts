import type { Person } from "./people-queries.ts";

export interface PeopleTask {
  readonly kind: "no_focal_point" | "no_alternate" | "to_confirm" | "expired" | "not_used";
  readonly country: string | null;
  readonly person?: Person;
}

/** What stands between a country and its first answer, the most pressing first: nobody there, nobody confirmed, no working link. */
export function peopleTasks(people: readonly Person[], countries: readonly string[]): readonly PeopleTask[] {
  const active = people.filter(({ endedAt }) => endedAt === null);
  const missing = (role: Person["role"], kind: PeopleTask["kind"]): PeopleTask[] =>
    countries
      .filter((country) => !active.some((person) => person.country === country && person.role === role))
      .map((country) => ({ kind, country }));
  const waiting = (state: Person["invitation"], kind: PeopleTask["kind"]): PeopleTask[] =>
    active
      .filter(({ invitation }) => invitation === state)
      .map((person) => ({ kind, country: person.country, person }));
  return [
    ...missing("focal_point", "no_focal_point"),
    ...waiting("awaiting_second_person", "to_confirm"),
    ...waiting("expired", "expired"),
    ...missing("alternate", "no_alternate"),
    ...waiting("sent_not_used", "not_used"),
  ];
}
