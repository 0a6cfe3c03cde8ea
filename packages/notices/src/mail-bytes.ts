import type { Language } from "@avances/domain/catalogue";
import { parseSender } from "./mail-address.ts";
import { ticketLink, ticketPlaceholder } from "./ticket.ts";

export interface StoredMail {
  readonly id: string;
  readonly kind: string;
  readonly toAddress: string;
  readonly language: Language;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly ticketId: string | null;
  readonly messageId: string;
  readonly createdAt: Date;
}

export interface MailIdentity {
  readonly mailFrom: string;
  readonly publicUrl: string;
  readonly ticketKey: string;
}

/** The message on the wire. The same row always gives the same bytes, so a repeat is recognisable as one. */
export async function mailBytes(mail: StoredMail, config: MailIdentity): Promise<Buffer> {
  const link = mail.ticketId === null ? ticketPlaceholder : ticketLink({ ...mail, ticketId: mail.ticketId }, config);
  // Read with the first message: a start does not wait for it.
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from: parseSender(config.mailFrom),
    to: { name: "", address: mail.toAddress },
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

/** The text as the secretariat may read it: the single-use link only where no mail leaves, for otherwise it would be a spare key. */
export function readableText(
  mail: Pick<StoredMail, "kind" | "language" | "bodyText" | "ticketId">,
  config: MailIdentity & { readonly mailMode: "capture" | "live" },
): string {
  if (mail.ticketId === null) return mail.bodyText;
  const withheld =
    mail.language === "es"
      ? "[enlace personal, visible solo para quien lo recibe]"
      : "[personal link, visible to its addressee only]";
  const link = config.mailMode === "capture" ? ticketLink({ ...mail, ticketId: mail.ticketId }, config) : withheld;
  return mail.bodyText.replaceAll(ticketPlaceholder, link);
}
