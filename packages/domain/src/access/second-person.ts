import { fitsCountry, isOfSecretariat, type Role, roleFacts } from "./role.ts";

/**
 * What the secretariat can do to somebody's account: open it, send it a fresh link, end it, let it have another address (whose link then has to be
 * confirmed), give it another role, open an ended one again.
 */
export const accountActs = ["open", "send_link", "end", "change_address", "change_role", "reopen"] as const;
export type AccountAct = (typeof accountActs)[number];

/** Hours in which a second person must confirm what a first one asked for; after that the request lapses. */
export const confirmWithinHours = 24;

/** The facts about an account that decide how far it reaches. */
export interface AccountPlace {
  readonly role: Role;
  readonly country: string | null;
}

/**
 * Does this account belong to a country, give the powers of the secretariat, or speak for an organisation? An account that is only named for a
 * country counts too: mails to that country go to it. The database holds the same rule (`app.reaches_far`).
 */
export function reachesFar({ role, country }: AccountPlace): boolean {
  return country !== null || roleFacts[role].takesTwo;
}

/** What an act would make of an account; null where it only does what its name says. */
export type ProposedChange =
  | { readonly email: string }
  | {
      readonly role: Role;
      readonly country: string | null;
      readonly indicators: readonly string[] | null;
      /** For which organisation, or observing country, it then speaks; absent = for none. */
      readonly organisation?: string;
    };

/**
 * Why an account cannot be given this role; null = it can. An account stays in its country and out of the secretariat (or in it), because its
 * acts stand in the record of one office: somebody who goes to another is invited there.
 */
export function roleChangeFault(
  from: AccountPlace,
  to: AccountPlace,
): "of_secretariat" | "another_country" | "does_not_fit_role" | null {
  if (isOfSecretariat(from.role) !== isOfSecretariat(to.role)) return "of_secretariat";
  if (!fitsCountry(to.role, to.country)) return "does_not_fit_role";
  return from.country !== null && to.country !== null && from.country !== to.country ? "another_country" : null;
}

export type SecondPersonRule = "needed" | "not-needed" | "exempt";

/**
 * Must a second person of the secretariat confirm this act? Yes where the account reaches far, so that nobody gets into a country, or
 * gets a second identity, alone. `exempt` until the secretariat has once had a second person who could sign in (a new instance has only
 * one); from then on never again, even if that person leaves. One person alone may end an account that was never opened.
 */
export function secondPersonRule(
  act: AccountAct,
  account: AccountPlace & { readonly isOpen: boolean },
  secretariat: { readonly hadSecondPerson: boolean },
): SecondPersonRule {
  if (!reachesFar(account) || (act === "end" && !account.isOpen)) return "not-needed";
  return secretariat.hadSecondPerson ? "needed" : "exempt";
}

/** An act that one person asked for and that is still undecided. */
export interface AskedAct {
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** The first instant at which it can no longer be confirmed. */
export function lapsesAt({ requestedAt }: Pick<AskedAct, "requestedAt">): Date {
  return new Date(requestedAt.valueOf() + confirmWithinHours * 3_600_000);
}

/** May this person of the secretariat confirm the act now? The person who asked for it never may. */
export function mayConfirm(asked: AskedAct, personId: string, now: Date): "yes" | "same-person" | "lapsed" {
  if (asked.requestedBy === personId) return "same-person";
  return now < lapsesAt(asked) ? "yes" : "lapsed";
}
