import { createHash, createHmac, randomUUID } from "node:crypto";
import type { Language } from "@avances/domain/catalogue";
import { isOfSection, type MailKind } from "@avances/domain/round";
import { pageLink } from "./portal-pages.ts";

/** Marks the place of the single-use link in a stored body; replaced when the message is sent or shown. What people typed never reads so there (`mail-body.ts`). */
export const ticketPlaceholder = "{{ticket}}";

/** The same place in a letter, before it is stored. It is another in each process, so that no name and no text that somebody typed can be one. */
export const ticketPlace = `{{ticket ${randomUUID()}}}`;

/** The secret of a single-use link. Computed from the key whenever it is needed, so that a retry builds the same mail. */
export function ticketToken(ticketKey: string, ticketId: string): string {
  return createHmac("sha256", ticketKey).update(ticketId).digest("base64url");
}

/** The secret of the link by which the request of this notice is answered: another than any ticket's, from the same key. */
export function answerToken(ticketKey: string, noticeId: string): string {
  return ticketToken(ticketKey, `answer ${noticeId}`);
}

/** The link by which the request of this notice is answered. */
export function answerLink(
  { language, noticeId }: { readonly language: Language; readonly noticeId: string },
  { publicUrl, ticketKey }: { readonly publicUrl: string; readonly ticketKey: string },
): string {
  return `${pageLink(publicUrl, language, "answer")}#${answerToken(ticketKey, noticeId)}`;
}

/** What the database keeps of a token. */
export function ticketHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The single-use link of a message. The token comes after `#`, so it reaches no server log. */
export function ticketLink(
  mail: { readonly kind: MailKind; readonly language: Language; readonly ticketId: string },
  config: { readonly publicUrl: string; readonly ticketKey: string },
): string {
  return `${ticketPage(mail, config.publicUrl)}#${ticketToken(config.ticketKey, mail.ticketId)}`;
}

function ticketPage({ kind, language }: { readonly kind: MailKind; readonly language: Language }, publicUrl: string) {
  if (kind === "address_change") return pageLink(publicUrl, language, "answer", {}, { of: "address" });
  if (kind === "contact_check") return pageLink(publicUrl, language, "answer", {}, { of: "contact" });
  const ofSection = isOfSection(kind);
  return pageLink(
    publicUrl,
    language,
    kind === "password_reset" ? "passwordReset" : ofSection ? "section" : "invitation",
  );
}

/**
 * A mail server's reply without the secret of the link: filters often quote the address they refuse. Parts of the token are removed
 * too, because servers break long lines, and some write everything in small letters.
 */
export function withoutToken(answer: string, token: string): string {
  const secret = token.toLowerCase();
  return answer.replace(/[A-Za-z0-9_-]{12,}/g, (run) => {
    const piece = run.toLowerCase();
    return secret.includes(piece) || piece.includes(secret) ? "[…]" : run;
  });
}
