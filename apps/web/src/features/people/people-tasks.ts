import { type ContactRole, contactRoles, mayDo } from "@avances/domain/access";
import type { Person } from "./people-queries.ts";

type Missing = "nobody_reports" | "no_focal_point" | "no_alternate";
type Standing = "to_confirm" | "lapsed" | "expired" | "not_used";

/** The task when a country has nobody in a role that the Secretariat turns to. */
const missingTask: Readonly<Record<ContactRole, Missing>> = {
  focal_point: "no_focal_point",
  alternate: "no_alternate",
};

export interface TaskOfPerson {
  readonly kind: Standing;
  readonly country: string | null;
  readonly person: Person;
}
export type PeopleTask =
  | { readonly kind: Missing; readonly country: string; readonly person?: undefined }
  | TaskOfPerson;

/**
 * Tasks of the Secretariat, most urgent first: requests for a second person, which lapse within a day, then what stands between
 * a country and its first answer: no person, none confirmed, no working link.
 */
export function peopleTasks(people: readonly Person[], countries: readonly string[]): readonly PeopleTask[] {
  const active = people.filter(({ endedAt }) => endedAt === null);
  const missing = (role: ContactRole): PeopleTask[] =>
    countries
      .filter((country) => !active.some((person) => person.country === country && person.role === role))
      .map((country) => ({ kind: missingTask[role], country }));
  const [first = [], ...others] = contactRoles.map(missing);
  const reports = (of: string | null) =>
    active.some(({ country, role }) => country === of && mayDo(role, "submission.submit"));
  const concerning = (kind: Standing, isMeant: (person: Person) => boolean): TaskOfPerson[] =>
    active.filter(isMeant).map((person) => ({ kind, country: person.country, person }));
  const standing = (state: Person["invitation"]) => (person: Person) =>
    person.waiting === null && person.invitation === state;
  return [
    ...concerning("to_confirm", ({ waiting }) => waiting !== null),
    ...first.map(
      (task): PeopleTask => (reports(task.country) ? task : { kind: "nobody_reports", country: task.country ?? "" }),
    ),
    ...concerning("lapsed", standing("awaiting_second_person")),
    ...concerning("expired", standing("expired")),
    ...others.flat(),
    ...concerning("not_used", standing("sent_not_used")),
  ];
}
