import type { Person } from "./people-queries.ts";

export interface PeopleTask {
  readonly kind: "no_focal_point" | "no_alternate" | "to_confirm" | "lapsed" | "expired" | "not_used";
  readonly country: string | null;
  readonly person?: Person;
}

/**
 * What waits for the Secretariat, the most pressing first: a second person's word, which lapses within a day, then what stands between
 * a country and its first answer: nobody there, nobody confirmed, no working link.
 */
export function peopleTasks(people: readonly Person[], countries: readonly string[]): readonly PeopleTask[] {
  const active = people.filter(({ endedAt }) => endedAt === null);
  const missing = (role: Person["role"], kind: PeopleTask["kind"]): PeopleTask[] =>
    countries
      .filter((country) => !active.some((person) => person.country === country && person.role === role))
      .map((country) => ({ kind, country }));
  const concerning = (kind: PeopleTask["kind"], isMeant: (person: Person) => boolean): PeopleTask[] =>
    active.filter(isMeant).map((person) => ({ kind, country: person.country, person }));
  const standing = (state: Person["invitation"]) => (person: Person) =>
    person.waiting === null && person.invitation === state;
  return [
    ...concerning("to_confirm", ({ waiting }) => waiting !== null),
    ...missing("focal_point", "no_focal_point"),
    ...concerning("lapsed", standing("awaiting_second_person")),
    ...concerning("expired", standing("expired")),
    ...missing("alternate", "no_alternate"),
    ...concerning("not_used", standing("sent_not_used")),
  ];
}
