import type { Language } from "@avances/domain/catalogue";
import type { MailKind } from "@avances/domain/round";
import { parseSender } from "@avances/settings/mail";
import { withoutParts } from "../letters/mail-body.ts";
import { ticketLink, ticketPlaceholder } from "../letters/ticket.ts";

export interface StoredMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly ticketId: string | null;
  readonly replyTo: string | null;
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
  const link = mail.ticketId === null ? ticketPlaceholder : ticketLink({ ...mail, ticketId: mail.ticketId }, config);
  // Imported with the first message, so that a start does not wait for it.
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: parseSender(config.mailFrom),
    to: { name: "", address: mail.toAddress },
    ...(mail.replyTo !== null && { replyTo: { name: "", address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.bodyText.replaceAll(ticketPlaceholder, link),
    html: mail.bodyHtml.replaceAll(ticketPlaceholder, link),
    messageId: mail.messageId,
    date: mail.createdAt,
    baseBoundary: mail.id,
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
    disableFileAccess: true,
    disableUrlAccess: true,
    xMailer: false,
  });
  return await composer.compile().build();
}

/**
 * The text as the secretariat may read it. A single-use link belongs to the addressee alone and is left out, whether or not mail is sent;
 * only in a demonstration, where everybody's password is known anyway, is it shown, with a note that says so.
 */
export function readableText(
  mail: Pick<StoredMail, "kind" | "language" | "bodyText" | "ticketId">,
  config: MailIdentity & { readonly isDemonstration: boolean },
): string {
  const bodyText = withoutParts(mail.bodyText, mail.language);
  if (mail.ticketId === null) return bodyText;
  const words = linkWords[mail.language];
  const shown = config.isDemonstration
    ? `${ticketLink({ ...mail, ticketId: mail.ticketId }, config)}\n${words.demonstration}`
    : words.removed;
  return bodyText.replaceAll(ticketPlaceholder, () => shown);
}

const linkWords: Readonly<Record<Language, { readonly removed: string; readonly demonstration: string }>> = {
  en: {
    removed: "[link removed: it belongs to the addressee alone]",
    demonstration: "[this link is shown because this is a demonstration; elsewhere only the addressee sees it]",
  },
  es: {
    removed: "[enlace retirado: pertenece solo a quien lo recibe]",
    demonstration: "[este enlace se muestra porque es una demostración; en otro caso solo lo ve quien lo recibe]",
  },
};
