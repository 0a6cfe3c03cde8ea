import { english, englishReach, englishTime, spanish, spanishReach, spanishTime, type TicketFacts } from "./account.ts";
import type { Letters } from "./letter.ts";
import { ticketPlace } from "./ticket.ts";

/** The yearly question. It says what is asked and why, and nothing that would be wrong for somebody who has left. */
export const contactCheck: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "Is this still you? Your entry in the reporting portal",
      "Once a year the portal asks everybody with an account whether the entry is still right, so that requests do not go to somebody who has left.",
      `To say that you are still in charge, or no longer, open this link and press one of the two buttons. You do not have to sign in. The link is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      `If you are no longer in charge, the Technical Secretariat asks who follows; nothing ends by itself. ${englishReach(facts)}`,
    ),
  es: (facts) =>
    spanish(
      facts,
      "¿Sigue a cargo? Sus datos en el portal de informes",
      "Una vez al año el portal pregunta a cada persona con cuenta si sus datos siguen vigentes, para que las solicitudes no lleguen a quien ya no está a cargo.",
      `Para indicar que sigue a cargo, o que ya no, abra este enlace y pulse uno de los dos botones. No hace falta iniciar sesión. El enlace es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlace}`,
      `Si ya no está a cargo, la Secretaría Técnica pregunta quién le sigue; nada termina por sí solo. ${spanishReach(facts)}`,
    ),
};
