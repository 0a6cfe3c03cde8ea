import { english, englishTime, spanish, spanishTime, type TicketFacts } from "./account.ts";
import type { Letters } from "./letter.ts";
import { ticketPlace } from "./ticket.ts";

/** To the address that shall be the account's: it counts when its reader says so. */
export const addressChange: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "Please confirm this address for the reporting portal",
      "This address was given for your account in the reporting portal of the Regional Conference on Migration. It counts once you confirm it; until then messages go to the present one.",
      `To confirm it, open this link and press the button on its page. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "If you do not know what this is about, please disregard this message: nothing changes.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Le rogamos confirmar esta dirección para el portal de informes",
      "Esta dirección se indicó para su cuenta en el portal de informes de la Conferencia Regional sobre Migración. Valdrá cuando usted la confirme; hasta entonces los mensajes van a la actual.",
      `Para confirmarla, abra este enlace y pulse el botón de su página. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      "Si no sabe de qué se trata, puede ignorar este mensaje: nada cambia.",
    ),
};
