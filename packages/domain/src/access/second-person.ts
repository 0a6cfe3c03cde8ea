import { type Role, roleFacts } from "./role.ts";

/** What the secretariat does to somebody's account: open it, send a fresh link to it, end it. */
export const accountActs = ["open", "send_link", "end"] as const;
export type AccountAct = (typeof accountActs)[number];

/** Hours within which a second person confirms what a first one asked for; then it lapses. */
export const confirmWithinHours = 24;

/** Whose account it is, as far as that decides what it reaches. */
export interface AccountPlace {
  readonly role: Role;
  readonly country: string | null;
}

/**
 * Is this an account of a country, or does it give the powers of the secretariat? Also one that was only named for a country: it is written
 * to in the country's name. The database holds the same rule (`app.reaches_far`).
 */
export function reachesFar({ role, country }: AccountPlace): boolean {
  return country !== null || roleFacts[role].takesTwo;
}

export type SecondPersonRule = "needed" | "not-needed" | "exempt";

/**
 * Must somebody else of the secretariat confirm this act? Yes where the account reaches far, so that one person alone never gets into a
 * country, nor a second identity. `exempt` as long as the secretariat has never had a second person who could sign in (the first of a
 * new instance): once it had, for good, whoever leaves. An account that was never opened may be given up by one.
 */
export function secondPersonRule(
  act: AccountAct,
  account: AccountPlace & { readonly isOpen: boolean },
  secretariat: { readonly hadSecondPerson: boolean },
): SecondPersonRule {
  if (!reachesFar(account) || (act === "end" && !account.isOpen)) return "not-needed";
  return secretariat.hadSecondPerson ? "needed" : "exempt";
}

/** An act that one person asked for and nobody has decided on. */
export interface AskedAct {
  readonly requestedBy: string;
  readonly requestedAt: Date;
}

/** The first instant at which it can no longer be confirmed. */
export function lapsesAt({ requestedAt }: Pick<AskedAct, "requestedAt">): Date {
  return new Date(requestedAt.valueOf() + confirmWithinHours * 3_600_000);
}

/** May this person of the secretariat confirm it now? Whoever asked for it never may. */
export function mayConfirm(asked: AskedAct, personId: string, now: Date): "yes" | "same-person" | "lapsed" {
  if (asked.requestedBy === personId) return "same-person";
  return now < lapsesAt(asked) ? "yes" : "lapsed";
}
