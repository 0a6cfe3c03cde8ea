import type { CountryStatus } from "@avances/contracts";
import { type ContactRole, contactRoles, mayDo, type Role } from "@avances/domain/access";
import type { NoticeStep } from "@avances/domain/round";
import type { Person } from "./people-queries.ts";
import { isInCharge } from "./people-standing.ts";

type Missing = "nobody_reports" | "no_focal_point" | "no_alternate";
type Standing = "to_confirm" | "lapsed" | "expired" | "not_used" | "refused" | "left" | "over";

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
/** A role that the next automatic step in a country is for, and that nobody holds: known from the day on which that step becomes the next. */
export interface MissingRole {
  readonly kind: "role_missing";
  readonly country: string;
  readonly role: Role;
  readonly step: NoticeStep;
  readonly at: string;
  readonly timeZone: string;
  readonly person?: undefined;
}
export type PeopleTask =
  | MissingRole
  | { readonly kind: Missing; readonly country: string; readonly person?: undefined }
  | TaskOfPerson;

/** What the board of a round knows of such roles. */
export function missingRolesOf(rows: readonly CountryStatus[]): readonly MissingRole[] {
  return rows.flatMap(({ country, timeZone, desk }) => {
    const next = desk?.nextNotice ?? null;
    if (next === null) return [];
    const { step, at, missing } = next;
    return missing.map((role): MissingRole => ({ kind: "role_missing", country, role, step, at, timeZone }));
  });
}

/**
 * Tasks of the Secretariat, most urgent first: requests for a second person, which lapse within a day, then what stands between
 * a country and its first answer: no person, none confirmed, no working link, an address that refuses. `today`: of the portal, in UTC.
 */
export function peopleTasks(
  people: readonly Person[],
  countries: readonly string[],
  today: string,
  missingRoles: readonly MissingRole[] = [],
): readonly PeopleTask[] {
  const active = people.filter(({ endedAt }) => endedAt === null);
  // Somebody who has left, or whose term is over or has not begun, holds no role; a mailbox of several people neither.
  const inCharge = active.filter((person) => isInCharge(person, today));
  const missing = (role: ContactRole): PeopleTask[] =>
    countries
      .filter((country) => !inCharge.some((person) => person.country === country && person.role === role))
      .map((country) => ({ kind: missingTask[role], country }));
  const [first = [], ...others] = contactRoles.map(missing);
  const reports = (of: string | null) =>
    inCharge.some(({ country, role }) => country === of && mayDo(role, "submission.submit"));
  const concerning = (
    kind: Standing,
    isMeant: (person: Person) => boolean,
    among: readonly Person[] = active,
  ): TaskOfPerson[] => among.filter(isMeant).map((person) => ({ kind, country: person.country, person }));
  const standing = (state: Person["invitation"]) => (person: Person) =>
    person.waiting === null && person.invitation === state;
  return [
    // An ended account waits to be opened again.
    ...concerning("to_confirm", ({ waiting }) => waiting !== null, people),
    ...first.map(
      (task): PeopleTask => (reports(task.country) ? task : { kind: "nobody_reports", country: task.country ?? "" }),
    ),
    ...concerning("left", ({ leftAt, waiting }) => leftAt !== null && waiting === null),
    ...concerning("refused", ({ refused, waiting }) => refused !== null && waiting === null),
    ...missingRoles,
    ...concerning("lapsed", standing("awaiting_second_person")),
    ...concerning("expired", standing("expired")),
    ...others.flat(),
    ...concerning("over", ({ validUntil, leftAt }) => leftAt === null && validUntil !== null && validUntil < today),
    ...concerning("not_used", standing("sent_not_used")),
  ];
}
