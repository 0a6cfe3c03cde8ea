import type { NewMailRow } from "@avances/db/queries/rows";
import type { Language } from "@avances/domain/catalogue";
import type { CalendarEntry, MailKind } from "@avances/domain/round";
import type { Block } from "./letter.ts";
import { domainOf } from "./mail-address.ts";
import { htmlOf, textOf } from "./mail-body.ts";

/** What a message needs to know about a person. */
export interface MailPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
  /** How the person is greeted, without the colon; null or absent = by the name. */
  readonly salutation?: string | null;
  readonly language: Language;
  readonly countryCode: string | null;
}

export interface NewMail {
  /** Id of the row, also used in the Message-ID. */
  readonly id: string;
  readonly kind: MailKind;
  readonly user: MailPerson;
  /** Country the message is about; default: the person's own. */
  readonly countryCode?: string | null;
  readonly subject: string;
  /** `ticketPlace` stands for the single-use link. */
  readonly paragraphs: readonly Block[];
  readonly ticketId?: string | null;
  readonly requestId?: string | null;
  readonly noticeId?: string | null;
  /** The version of the secretariat's words with which it is made; null or absent = built-in words. */
  readonly wordingId?: string | null;
  readonly now: Date;
  readonly mailFrom: string;
  /** Address for replies; null = the sender's. */
  readonly replyTo?: string | null;
  /** The date that goes along as a calendar file. */
  readonly calendar?: CalendarEntry | null;
  /** Subject and body then say that the figures are not real. */
  readonly demonstration: boolean;
}

export const demonstrationNote: Record<Language, { readonly subject: string; readonly body: string }> = {
  en: {
    subject: "[Demonstration]",
    body: "DEMONSTRATION: demonstration data, not real figures.",
  },
  es: {
    subject: "[Demostración]",
    body: "DEMOSTRACIÓN: datos de demostración, no son cifras reales.",
  },
};

/**
 * One message to one person, as a row for the outbox. From here on its bytes are fixed: date, Message-ID, subject and texts.
 * Throws when the subject could break a header; subjects come from templates, so that would be a bug.
 */
export function newMail(mail: NewMail): NewMailRow {
  const { language } = mail.user;
  const note = demonstrationNote[language];
  const subject = mail.demonstration ? `${note.subject} ${mail.subject}` : mail.subject;
  requireHeaderText(subject);
  const warning = mail.demonstration ? note.body : null;
  return {
    id: mail.id,
    noticeId: mail.noticeId ?? null,
    wordingId: mail.wordingId ?? null,
    kind: mail.kind,
    userId: mail.user.id,
    countryCode: mail.countryCode === undefined ? mail.user.countryCode : mail.countryCode,
    toAddress: mail.user.email,
    language,
    subject,
    bodyText: textOf(warning === null ? mail.paragraphs : [warning, ...mail.paragraphs]),
    bodyHtml: htmlOf(mail.paragraphs, { subject, language, warning }),
    ticketId: mail.ticketId ?? null,
    requestId: mail.requestId ?? null,
    replyTo: mail.replyTo ?? null,
    calendar: mail.demonstration ? asDemonstration(mail.calendar ?? null, language) : (mail.calendar ?? null),
    messageId: `<n.${mail.id}@${domainOf(mail.mailFrom)}>`,
    createdAt: mail.now,
    state: "queued",
    nextAttemptAt: mail.now,
  };
}

/** In a calendar too, a demonstration says what it is. */
export const asDemonstration = <Entry extends CalendarEntry | null>(entry: Entry, language: Language): Entry =>
  entry && { ...entry, title: `${demonstrationNote[language].subject} ${entry.title}` };

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const headerBreakers = /[\u0000-\u001f\u007f\u2028\u2029]/;

function requireHeaderText(text: string): void {
  if (headerBreakers.test(text) || [...text].length > 200) throw new Error("This text cannot stand in a mail header");
}
