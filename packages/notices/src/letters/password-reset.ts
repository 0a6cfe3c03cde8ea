import { english, englishTime, spanish, spanishTime, type TicketFacts } from "./account.ts";
import type { Letters } from "./letter.ts";
import { ticketPlace } from "./ticket.ts";

/** A link for a new password. */
export const passwordReset: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "New password for the reporting portal",
      `A new password has been requested for your account. To choose it, open this link. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "If you did not request it, please disregard this message: your password does not change.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Nueva contraseña para el portal de informes",
      `Se ha solicitado una nueva contraseña para su cuenta. Para elegirla, abra este enlace. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "Si usted no la solicitó, puede ignorar este mensaje: su contraseña no cambia.",
    ),
};
