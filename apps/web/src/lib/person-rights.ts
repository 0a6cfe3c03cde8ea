import { mayDo } from "@avances/domain/access";
import type { Person } from "./page-person.ts";

/** Does this role belong to a country team, which has its own report? */
export function isCountryTeam(person: Person | null): boolean {
  return person?.country !== null && person !== null;
}

/** May this person open, correct and cancel rounds, and so see their monitor and record? */
export function mayRunRounds(person: Person | null): boolean {
  return person !== null && mayDo(person.role, "rounds.manage");
}
