import { mayDo } from "@avances/domain/access";
import type { Person } from "./page-person.ts";

/** Does this role belong to a country team, which has its own report? */
export function isCountryTeam(person: Person | null): boolean {
  return person?.country !== null && person !== null;
}

/**
 * Did this person come by a link to a section? Then only the own answers are theirs to know: no date, receipt or conversation of the report
 * is offered.
 */
export function cameByLink(person: Person | null): boolean {
  return person !== null && person.section !== null;
}

/** May this person open, correct and cancel rounds, and so see their monitor and record? */
export function mayRunRounds(person: Person | null): boolean {
  return person !== null && mayDo(person.role, "rounds.manage");
}
