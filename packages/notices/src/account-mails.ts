import { type NewMail, newMail } from "./new-mail.ts";
import { ticketPlaceholder } from "./ticket.ts";

type AccountMail = Omit<NewMail, "kind" | "subject" | "paragraphs" | "ticketId"> & { readonly ticketId: string };

/** First access to the portal: a single-use link, valid for 72 hours. */
export function invitationMail(mail: AccountMail): ReturnType<typeof newMail> {
  const { displayName, language } = mail.user;
  const text =
    language === "es"
      ? {
          subject: "Acceso al portal de informes de la Conferencia Regional sobre Migración",
          paragraphs: [
            `Estimado(a) ${displayName}:`,
            "La Secretaría Técnica de la Conferencia Regional sobre Migración ha abierto una cuenta para usted en el portal en el que los países informan sobre la aplicación de los Protocolos de Palermo.",
            `Para elegir su contraseña, le rogamos abrir este enlace. Es personal, sirve una sola vez y vence en 72 horas:\n${ticketPlaceholder}`,
            "Si no esperaba este mensaje, puede ignorarlo; sin el enlace nadie puede usar la cuenta.",
            "Secretaría Técnica\nConferencia Regional sobre Migración",
          ],
        }
      : {
          subject: "Access to the reporting portal of the Regional Conference on Migration",
          paragraphs: [
            `Dear ${displayName}:`,
            "The Technical Secretariat of the Regional Conference on Migration has opened an account for you in the portal in which countries report on the implementation of the Palermo Protocols.",
            `To choose your password, please open this link. It is personal, works once and expires in 72 hours:\n${ticketPlaceholder}`,
            "If you did not expect this message, please disregard it; without the link nobody can use the account.",
            "Technical Secretariat\nRegional Conference on Migration",
          ],
        };
  return newMail({ ...mail, kind: "invitation", ...text });
}

/** A new password: a single-use link, valid for 30 minutes. */
export function passwordResetMail(mail: AccountMail): ReturnType<typeof newMail> {
  const { displayName, language } = mail.user;
  const text =
    language === "es"
      ? {
          subject: "Nueva contraseña para el portal de informes",
          paragraphs: [
            `Estimado(a) ${displayName}:`,
            `Se ha solicitado una nueva contraseña para su cuenta. Para elegirla, abra este enlace. Es personal, sirve una sola vez y vence en 30 minutos:\n${ticketPlaceholder}`,
            "Si usted no la solicitó, puede ignorar este mensaje: su contraseña no cambia.",
            "Secretaría Técnica\nConferencia Regional sobre Migración",
          ],
        }
      : {
          subject: "New password for the reporting portal",
          paragraphs: [
            `Dear ${displayName}:`,
            `A new password has been requested for your account. To choose it, open this link. It is personal, works once and expires in 30 minutes:\n${ticketPlaceholder}`,
            "If you did not request it, please disregard this message: your password does not change.",
            "Technical Secretariat\nRegional Conference on Migration",
          ],
        };
  return newMail({ ...mail, kind: "password_reset", ...text });
}
