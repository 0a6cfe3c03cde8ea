import type { Text } from "@avances/domain/catalogue";
import { ticketPlaceholder } from "../ticket.ts";
import { dayInWords, timeInWords } from "./dates.ts";
import * as en from "./english.ts";
import { type Letter, type Letters, letter } from "./letter.ts";
import type { Contact } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** What a mail about an account may say. */
export interface AccountFacts {
  readonly name: string;
  readonly contact: Contact | null;
  readonly now: Date;
  /** By whose clocks times are told: the capital of the person's country; null = UTC. */
  readonly place: { readonly timeZone: string; readonly capital: Text } | null;
}

export interface TicketFacts extends AccountFacts {
  readonly expiresAt: Date;
}

/** First access to the portal. */
export const invitation: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "Access to the reporting portal of the Regional Conference on Migration",
      "The Technical Secretariat of the Regional Conference on Migration has opened an account for you in the portal in which countries report on the implementation of the Palermo Protocols.",
      `To choose your password, please open this link. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlaceholder}`,
      "If you did not expect this message, please disregard it; without the link nobody can use the account.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Acceso al portal de informes de la Conferencia Regional sobre Migración",
      "La Secretaría Técnica de la Conferencia Regional sobre Migración ha abierto una cuenta para usted en el portal en el que los países informan sobre la aplicación de los Protocolos de Palermo.",
      `Para elegir su contraseña, le rogamos abrir este enlace. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlaceholder}`,
      "Si no esperaba este mensaje, puede ignorarlo; sin el enlace nadie puede usar la cuenta.",
    ),
};

/** A new password. */
export const passwordReset: Letters<TicketFacts> = {
  en: (facts) =>
    english(
      facts,
      "New password for the reporting portal",
      `A new password has been requested for your account. To choose it, open this link. It is personal, works once and until ${englishTime(facts, facts.expiresAt)}:\n${ticketPlaceholder}`,
      "If you did not request it, please disregard this message: your password does not change.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Nueva contraseña para el portal de informes",
      `Se ha solicitado una nueva contraseña para su cuenta. Para elegirla, abra este enlace. Es personal, sirve una sola vez y hasta el ${spanishTime(facts, facts.expiresAt)}:\n${ticketPlaceholder}`,
      "Si usted no la solicitó, puede ignorar este mensaje: su contraseña no cambia.",
    ),
};

/** What may happen to the safety of an account. No link: such mails are what phishing imitates. */
export const securityLetters = {
  "password-changed": {
    en: (facts) =>
      english(
        facts,
        "Your password for the reporting portal was changed",
        `The password of your account in the reporting portal was changed on ${englishTime(facts, facts.now)}, and your other sessions were ended.`,
        `If you did this, there is nothing more to do. If you did not, please tell the Technical Secretariat at once. ${englishReach(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Se cambió su contraseña del portal de informes",
        `La contraseña de su cuenta en el portal de informes se cambió el ${spanishTime(facts, facts.now)} y sus demás sesiones se cerraron.`,
        `Si fue usted, no tiene que hacer nada más. Si no fue usted, le rogamos avisar de inmediato a la Secretaría Técnica. ${spanishReach(facts)}`,
      ),
  },
  "session-copied": {
    en: (facts) =>
      english(
        facts,
        "We ended a session of yours in the reporting portal",
        `A session of your account was used on ${englishTime(facts, facts.now)} in a way that suggests that somebody copied it. As a precaution we ended it; please sign in again.`,
        `If this happens again, please change your password and tell the Technical Secretariat. ${englishReach(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Cerramos una sesión suya en el portal de informes",
        `Una sesión de su cuenta se usó el ${spanishTime(facts, facts.now)} de una manera que hace pensar que alguien la copió. Por precaución la cerramos; le rogamos iniciar sesión de nuevo.`,
        `Si vuelve a ocurrir, cambie por favor su contraseña y avise a la Secretaría Técnica. ${spanishReach(facts)}`,
      ),
  },
  "new-device": {
    en: (facts) =>
      english(
        facts,
        "Your account in the reporting portal was opened on a browser that the portal does not know",
        `Somebody signed in to your account with your password on ${englishTime(facts, facts.now)}, on a browser that the portal does not know.`,
        `If it was you, there is nothing to do. If not, please choose a new password at once (“I forgot my password”) and tell the Technical Secretariat. ${englishReach(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Se abrió su cuenta del portal de informes en un navegador que el portal no reconoce",
        `Alguien inició sesión en su cuenta con su contraseña el ${spanishTime(facts, facts.now)}, en un navegador que el portal no reconoce.`,
        `Si fue usted, no tiene que hacer nada. Si no, le rogamos elegir de inmediato una contraseña nueva («Olvidé mi contraseña») y avisar a la Secretaría Técnica. ${spanishReach(facts)}`,
      ),
  },
} satisfies Readonly<Record<string, Letters<AccountFacts>>>;
export type SecurityEvent = keyof typeof securityLetters;

/** A letter about an account, around its own blocks. */
export const english = ({ name }: AccountFacts, subject: string, ...blocks: readonly string[]): Letter =>
  letter(subject, en.salutation({ reader: "reporter", readerName: name }), ...blocks.map(trimmed), en.signature);
export const spanish = ({ name }: AccountFacts, subject: string, ...blocks: readonly string[]): Letter =>
  letter(subject, es.salutation({ reader: "reporter", readerName: name }), ...blocks.map(trimmed), es.signature);
const trimmed = (text: string) => text.trim();

const zoneOf = ({ place }: AccountFacts) => place?.timeZone ?? "UTC";
export const englishTime = (facts: AccountFacts, at: Date) =>
  `${dayInWords(at, zoneOf(facts), "en")}, ${timeInWords(at, zoneOf(facts))} ${facts.place === null ? "UTC" : `${facts.place.capital.en} time`}`;
export const spanishTime = (facts: AccountFacts, at: Date) =>
  `${dayInWords(at, zoneOf(facts), "es")}, ${timeInWords(at, zoneOf(facts))} ${facts.place === null ? "UTC" : `hora de ${facts.place.capital.es}`}`;
export const englishReach = ({ contact }: AccountFacts) => (contact === null ? "" : en.reachable(contact));
export const spanishReach = ({ contact }: AccountFacts) => (contact === null ? "" : es.reachable(contact));
