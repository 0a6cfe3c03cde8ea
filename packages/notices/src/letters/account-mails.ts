import type { Tx } from "@avances/db";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import { findCountry } from "@avances/db/queries/reference-queries";
import type { NewMailRow } from "@avances/db/queries/rows";
import type { Desk } from "@avances/settings/mail";
import type { AccountFacts } from "./account.ts";
import { type AboutAccount, type AccountEvent, accountActLetters } from "./account-acts.ts";
import { addressChange } from "./address-change.ts";
import { contactOf, reachedBy } from "./contact.ts";
import { contactCheck } from "./contact-check.ts";
import { invitation } from "./invitation.ts";
import { type NewMail, newMail } from "./new-mail.ts";
import { passwordReset } from "./password-reset.ts";
import {
  type GivenBackAnswer,
  type SectionChanges,
  type SectionFacts,
  sectionChanged,
  sectionGivenBack,
  sectionLink,
} from "./section-link.ts";
import { type SecurityEvent, securityLetters } from "./security.ts";

type AccountMail = Pick<NewMail, "id" | "user" | "now" | "mailFrom" | "demonstration"> & {
  readonly desk?: Desk | undefined;
};

export const ticketMails = {
  invitation,
  password_reset: passwordReset,
  address_change: addressChange,
  contact_check: contactCheck,
};

/** A mail with a single-use link; it says until when the link works. */
export async function ticketMail(
  tx: Tx,
  kind: keyof typeof ticketMails,
  mail: AccountMail & { readonly ticketId: string; readonly expiresAt: Date },
): Promise<NewMailRow> {
  const { expiresAt, ...rest } = mail;
  const facts = await factsOf(tx, mail);
  const text = ticketMails[kind][mail.user.language]({ ...facts, expiresAt });
  return newMail({ ...rest, kind, replyTo: facts.contact?.address ?? mail.desk?.replyTo ?? null, ...text });
}

/** A mail with a link to a section of a report, of which one answer is given back, or what is asked was changed. Whoever asked for it answers questions about it: replies go there, and not to the secretariat. */
export async function sectionLinkMail(
  tx: Tx,
  mail: AccountMail &
    Omit<SectionFacts, keyof AccountFacts | "countryCode" | "countryName" | "mayReply"> & {
      readonly ticketId: string;
      readonly replyTo: string | null;
      readonly givenBack?: GivenBackAnswer;
      readonly changes?: SectionChanges;
    },
): Promise<NewMailRow> {
  const { expiresAt, asked, dueOn, isHandedIn, note, invitedByName, referenceYear, givenBack, changes, ...rest } = mail;
  const { countryCode } = mail.user;
  const home = countryCode === null ? undefined : await findCountry(tx, countryCode);
  if (countryCode === null || home === undefined) throw new Error("A section belongs to a country");
  const facts: SectionFacts = {
    ...{ name: mail.user.displayName, contact: null, now: mail.now, expiresAt },
    ...{ asked, dueOn, isHandedIn, note, invitedByName, referenceYear, mayReply: mail.replyTo !== null },
    countryCode,
    countryName: home.name,
    place: { timeZone: home.timeZone, capital: home.capital },
  };
  const { language } = mail.user;
  const text =
    changes !== undefined
      ? sectionChanged[language]({ ...facts, changes })
      : givenBack !== undefined
        ? sectionGivenBack[language]({ ...facts, givenBack })
        : sectionLink[language](facts);
  return newMail({ ...rest, kind: "section_link", ...text });
}

/** The security of an account, or of a country's accounts, changed. */
export async function securityMail(tx: Tx, event: SecurityEvent, mail: AccountMail): Promise<NewMailRow> {
  const facts = await factsOf(tx, mail);
  const text = securityLetters[event][mail.user.language](facts);
  // The one message that goes to the address that an account no longer has.
  const kind = event === "own-address-changed" ? "address_changed" : "security";
  return newMail({ ...mail, kind, replyTo: facts.contact?.address ?? mail.desk?.replyTo ?? null, ...text });
}

/** Something was done to an account of the reader's country or office, or to the reader's own. */
export async function accountActMail(
  tx: Tx,
  event: AccountEvent,
  mail: AccountMail & AboutAccount & { readonly requestId?: string | null },
): Promise<NewMailRow> {
  const { person, isOfSecretariat, lapsesAt, count = 1, ...rest } = mail;
  const facts = await factsOf(tx, mail);
  const text = accountActLetters[event][mail.user.language]({ ...facts, person, isOfSecretariat, lapsesAt, count });
  // The one message that goes to a person whose account has ended.
  const kind = event === "own-account-ended" ? "account_ended" : "security";
  return newMail({ ...rest, kind, replyTo: facts.contact?.address ?? mail.desk?.replyTo ?? null, ...text });
}

/** The facts that this transaction may see: a country's transaction sees nobody of the secretariat, and its letter then names no contact. */
async function factsOf(tx: Tx, { user, now, desk }: AccountMail): Promise<AccountFacts> {
  const contact = reachedBy(contactOf((await listRecipients(tx)).filter(({ id }) => id !== user.id)), desk);
  const home = user.countryCode === null ? undefined : await findCountry(tx, user.countryCode);
  return {
    name: user.displayName,
    salutation: user.salutation ?? null,
    contact,
    now,
    place: home === undefined ? null : { timeZone: home.timeZone, capital: home.capital },
  };
}
