import type { NewMailRow } from "@avances/db/queries/rows";
import type { Language } from "@avances/domain/catalogue";
import type { MailKind } from "@avances/domain/round";
import { domainOf } from "./mail-address.ts";

/** What a message needs to know about a person. */
export interface MailPerson {
  readonly id: string;
  readonly email: string;
  readonly displayName: string;
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
  /** Blocks of text; line breaks inside are kept. `{{ticket}}` stands for the single-use link. */
  readonly paragraphs: readonly string[];
  readonly ticketId?: string | null;
  readonly requestId?: string | null;
  readonly noticeId?: string | null;
  readonly now: Date;
  readonly mailFrom: string;
  /** Address for replies; null = the sender's. */
  readonly replyTo?: string | null;
  /** Subject and body then say that the figures are not real. */
  readonly demonstration: boolean;
}

const demonstrationNote: Record<Language, { readonly subject: string; readonly body: string }> = {
  en: {
    subject: "[Demonstration data, not real figures]",
    body: "DEMONSTRATION: demonstration data, not real figures.",
  },
  es: {
    subject: "[Datos de demostración, no son cifras reales]",
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
  const paragraphs = mail.demonstration ? [note.body, ...mail.paragraphs] : mail.paragraphs;
  return {
    id: mail.id,
    noticeId: mail.noticeId ?? null,
    kind: mail.kind,
    userId: mail.user.id,
    countryCode: mail.countryCode === undefined ? mail.user.countryCode : mail.countryCode,
    toAddress: mail.user.email,
    language,
    subject,
    bodyText: `${paragraphs.join("\n\n")}\n`,
    bodyHtml: htmlOf(paragraphs, language),
    ticketId: mail.ticketId ?? null,
    requestId: mail.requestId ?? null,
    replyTo: mail.replyTo ?? null,
    messageId: `<n.${mail.id}@${domainOf(mail.mailFrom)}>`,
    createdAt: mail.now,
    state: "queued",
    nextAttemptAt: mail.now,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const headerBreakers = /[\u0000-\u001f\u007f\u2028\u2029]/;

function requireHeaderText(text: string): void {
  if (headerBreakers.test(text) || [...text].length > 200) throw new Error("This text cannot stand in a mail header");
}

/** The same text as plain HTML. Everything is escaped; only addresses of web pages and the single-use link become links. */
function htmlOf(paragraphs: readonly string[], language: Language): string {
  const blocks = paragraphs.map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll("\n", "<br>\n")}</p>`);
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"></head>\n<body>\n${blocks.join("\n")}\n</body>\n</html>\n`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A line that holds only a link becomes one: templates put links on lines of their own, and what people wrote stays text. */
function linked(html: string): string {
  return html.replace(/^(https?:\/\/[^\s<>"']+|\{\{ticket\}\})$/gm, '<a href="$1">$1</a>');
}
