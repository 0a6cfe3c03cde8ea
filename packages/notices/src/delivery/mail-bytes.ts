import type { Language } from "@avances/domain/catalogue";
import { type CalendarEntry, type MailKind, offersAnswer } from "@avances/domain/round";
import { parseSender } from "@avances/settings/mail";
import { calendarFile } from "../letters/calendar-file.ts";
import { calendarNames } from "../letters/calendar-words.ts";
import { linkWords } from "../letters/link-words.ts";
import { openedBody, readBody } from "../letters/mail-body.ts";
import { answerLink, answerToken, ticketLink, ticketPlaceholder, ticketToken } from "../letters/ticket.ts";

export interface StoredMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly ticketId: string | null;
  readonly noticeId?: string | null;
  readonly replyTo: string | null;
  readonly calendar?: CalendarEntry | null | undefined;
  readonly messageId: string;
  readonly createdAt: Date;
}

export interface MailIdentity {
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly ticketKey: string;
}

/** The message as it is sent. The same row always gives the same bytes, so that a repeat can be recognised. */
export async function mailBytes(mail: StoredMail, config: MailIdentity): Promise<Buffer> {
  const link = linkOf(mail, config) ?? ticketPlaceholder;
  // Imported with the first message, so that a start does not wait for it.
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: parseSender(config.mailFrom),
    to: { name: "", address: mail.toAddress },
    ...(mail.replyTo !== null && { replyTo: { name: "", address: mail.replyTo } }),
    subject: mail.subject,
    text: openedBody(mail.bodyText, link),
    html: openedBody(mail.bodyHtml, link),
    messageId: mail.messageId,
    date: mail.createdAt,
    baseBoundary: mail.id,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
    attachments: await attachments(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  });
  return await composer.compile().build();
}

/** The date as a file, and not as an invitation in the text: nobody is asked to accept it. */
async function attachments({ calendar = null, language, createdAt: writtenAt }: StoredMail) {
  if (calendar === null) return [];
  return [
    {
      filename: calendarNames[language].file,
      content: await calendarFile([{ entry: calendar, writtenAt }], { language, isFeed: false }),
      contentType: "text/calendar; charset=utf-8; method=PUBLISH",
    },
  ];
}

type Linked = Pick<StoredMail, "kind" | "language" | "ticketId" | "noticeId">;

/** The single-use link of a message: that of its ticket, or that by which the request is answered; null = it has none. */
function linkOf(mail: Linked, config: Omit<MailIdentity, "mailFrom">): string | null {
  const { ticketId, noticeId = null, language } = mail;
  if (ticketId !== null) return ticketLink({ ...mail, ticketId }, config);
  return noticeId !== null && offersAnswer(mail.kind) ? answerLink({ language, noticeId }, config) : null;
}

/** The secret in the link of a message; null = it has none. */
export function secretOf({ kind, ticketId, noticeId = null }: Linked, ticketKey: string): string | null {
  if (ticketId !== null) return ticketToken(ticketKey, ticketId);
  return noticeId !== null && offersAnswer(kind) ? answerToken(ticketKey, noticeId) : null;
}

/**
 * The text as the secretariat may read it. A single-use link belongs to the addressee alone and is left out, whether or not mail is sent;
 * only in a demonstration, where everybody's password is known anyway, is it shown, with a note that says so.
 */
export function readableText(
  mail: Linked & Pick<StoredMail, "bodyText">,
  config: MailIdentity & { readonly isDemonstration: boolean },
): string {
  const { bodyText, language } = mail;
  const link = linkOf(mail, config);
  if (link === null) return readBody(bodyText, language, ticketPlaceholder);
  const words = linkWords[mail.language];
  const shown = config.isDemonstration ? `${link}\n${words.demonstration}` : words.removed;
  return readBody(bodyText, language, shown);
}
