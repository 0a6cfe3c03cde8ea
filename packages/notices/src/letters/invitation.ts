import { english, englishTime, spanish, spanishTime, type TicketFacts } from "./account.ts";
import type { Letters } from "./letter.ts";
import { ticketPlace } from "./ticket.ts";

/** First access to the portal. */
export const invitation: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "Access to the reporting portal of the Regional Conference on Migration",
      "The Technical Secretariat of the Regional Conference on Migration has opened an account for you in the portal in which countries report on the implementation of the Palermo Protocols.",
      `To choose your password, please open this link. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "If you did not expect this message, please disregard it; without the link nobody can use the account.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Acceso al portal de informes de la Conferencia Regional sobre Migración",
      "La Secretaría Técnica de la Conferencia Regional sobre Migración ha abierto una cuenta para usted en el portal en el que los países informan sobre la aplicación de los Protocolos de Palermo.",
      `Para elegir su contraseña, le rogamos abrir este enlace. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "Si no esperaba este mensaje, puede ignorarlo; sin el enlace nadie puede usar la cuenta.",
    ),
};
