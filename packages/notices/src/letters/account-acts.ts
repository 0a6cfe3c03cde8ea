import {
  type AccountFacts,
  english,
  englishReach,
  englishTime,
  spanish,
  spanishReach,
  spanishTime,
} from "./account.ts";
import type { Letters } from "./letter.ts";

/** What others are told about an account to which something was done, and the waiting act, if there is one. */
export interface AboutAccount {
  /** Name of the account's person. */
  readonly person: string;
  /** False: the account belongs to the reader's country. */
  readonly isOfSecretariat: boolean;
  /** Until when the requested act can be confirmed. */
  readonly lapsesAt: Date;
  /** How many acts a file asked for; only in the message about it. */
  readonly count?: number;
}

export type AccountActFacts = AccountFacts & AboutAccount;

const whoseEn = ({ isOfSecretariat }: AccountActFacts) =>
  isOfSecretariat ? "of the Technical Secretariat" : "of your country";
const whoseEs = ({ isOfSecretariat }: AccountActFacts) => (isOfSecretariat ? "de la Secretaría Técnica" : "de su país");
const unexpectedEn = (facts: AccountActFacts) =>
  `If you did not expect this, please tell the Technical Secretariat at once. ${englishReach(facts)}`;
const unexpectedEs = (facts: AccountActFacts) =>
  `Si no lo esperaba, le rogamos avisar de inmediato a la Secretaría Técnica. ${spanishReach(facts)}`;

const acts = ({ count = 1 }: AccountActFacts, one: string, other: string) =>
  count === 1 ? one : other.replace("#", String(count));

/** Letters about an account of the reader's country or office that was opened, got a link, or ended. No link: phishing imitates such mails. */
export const accountActLetters = {
  "account-opened": {
    en: (facts) =>
      english(
        facts,
        `A new account ${whoseEn(facts)} in the reporting portal`,
        `An account ${whoseEn(facts)} was opened in the reporting portal: ${facts.person}.`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Una nueva cuenta ${whoseEs(facts)} en el portal de informes`,
        `Se abrió una cuenta ${whoseEs(facts)} en el portal de informes: ${facts.person}.`,
        unexpectedEs(facts),
      ),
  },
  "link-sent": {
    en: (facts) =>
      english(
        facts,
        `A new sign-in link to an account ${whoseEn(facts)}`,
        `A new single-use link to choose a password was sent to ${facts.person} (account ${whoseEn(facts)} in the reporting portal).`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Un nuevo enlace de acceso a una cuenta ${whoseEs(facts)}`,
        `Se envió a ${facts.person} (cuenta ${whoseEs(facts)} en el portal de informes) un nuevo enlace de un solo uso para elegir contraseña.`,
        unexpectedEs(facts),
      ),
  },
  "account-reopened": {
    en: (facts) =>
      english(
        facts,
        `An account ${whoseEn(facts)} in the reporting portal is open again`,
        `The account of ${facts.person}, ${whoseEn(facts)}, had ended and is open again; a new invitation was sent.`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Una cuenta ${whoseEs(facts)} en el portal de informes está abierta de nuevo`,
        `La cuenta de ${facts.person}, ${whoseEs(facts)}, había terminado y está abierta de nuevo; se envió una nueva invitación.`,
        unexpectedEs(facts),
      ),
  },
  "address-changed": {
    en: (facts) =>
      english(
        facts,
        `An account ${whoseEn(facts)} in the reporting portal has another address`,
        `${facts.person} (account ${whoseEn(facts)} in the reporting portal) now has another mail address, confirmed by a link that was sent to it.`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Una cuenta ${whoseEs(facts)} en el portal de informes tiene otra dirección`,
        `${facts.person} (cuenta ${whoseEs(facts)} en el portal de informes) tiene ahora otra dirección de correo, confirmada con un enlace que se envió a ella.`,
        unexpectedEs(facts),
      ),
  },
  "role-changed": {
    en: (facts) =>
      english(
        facts,
        `An account ${whoseEn(facts)} in the reporting portal has another role`,
        `The Technical Secretariat gave the account of ${facts.person}, ${whoseEn(facts)}, another role in the reporting portal.`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Una cuenta ${whoseEs(facts)} en el portal de informes tiene otra función`,
        `La Secretaría Técnica dio a la cuenta de ${facts.person}, ${whoseEs(facts)}, otra función en el portal de informes.`,
        unexpectedEs(facts),
      ),
  },
  "own-role-changed": {
    en: (facts) =>
      english(
        facts,
        "Your account in the reporting portal was changed",
        "The Technical Secretariat changed the role of your account in the reporting portal, or for which organisation it writes there. What you may do there follows from it at once; the portal shows the role beside your name.",
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        "Su cuenta en el portal de informes fue cambiada",
        "La Secretaría Técnica cambió la función de su cuenta en el portal de informes, o por qué organización escribe en él. De ello depende desde ahora lo que usted puede hacer; el portal muestra la función junto a su nombre.",
        unexpectedEs(facts),
      ),
  },
  "account-ended": {
    en: (facts) =>
      english(
        facts,
        `An account ${whoseEn(facts)} in the reporting portal has ended`,
        `The account of ${facts.person}, ${whoseEn(facts)}, has ended: with it nobody signs in any more. What was done with it stays in the record.`,
        unexpectedEn(facts),
      ),
    es: (facts) =>
      spanish(
        facts,
        `Terminó una cuenta ${whoseEs(facts)} en el portal de informes`,
        `La cuenta de ${facts.person}, ${whoseEs(facts)}, terminó: con ella ya nadie inicia sesión. Lo que se hizo con ella queda en el registro.`,
        unexpectedEs(facts),
      ),
  },
  "own-account-ended": {
    en: (facts) =>
      english(
        facts,
        "Your account in the reporting portal has ended",
        "The Technical Secretariat has ended your account in the reporting portal. You can no longer sign in with it.",
        `Thank you for your work. ${unexpectedEn(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Su cuenta en el portal de informes terminó",
        "La Secretaría Técnica terminó su cuenta en el portal de informes. Ya no puede iniciar sesión con ella.",
        `Gracias por su trabajo. ${unexpectedEs(facts)}`,
      ),
  },
  "confirmation-asked": {
    en: (facts) =>
      english(
        facts,
        "An account waits for your confirmation",
        `A colleague of the Technical Secretariat asked for an act on the account of ${facts.person}. It happens only if another person of the Secretariat confirms it by ${englishTime(facts, facts.lapsesAt)}, under “People” in the portal.`,
        "If nobody confirms it, nothing changes.",
      ),
    es: (facts) =>
      spanish(
        facts,
        "Una cuenta espera su confirmación",
        `Una persona de la Secretaría Técnica solicitó un acto sobre la cuenta de ${facts.person}. Solo ocurre si otra persona de la Secretaría lo confirma a más tardar el ${spanishTime(facts, facts.lapsesAt)}, en «Personas» del portal.`,
        "Si nadie lo confirma, nada cambia.",
      ),
  },
  "confirmations-asked": {
    en: (facts) =>
      english(
        facts,
        "Accounts from a file wait for your confirmation",
        `A colleague of the Technical Secretariat entered a file of people. ${acts(facts, "1 act on an account happens", "# acts on accounts happen")} only if another person of the Secretariat confirms ${acts(facts, "it", "each")} by ${englishTime(facts, facts.lapsesAt)}, under “People” in the portal.`,
        "What nobody confirms is not done.",
      ),
    es: (facts) =>
      spanish(
        facts,
        "Cuentas de un archivo esperan su confirmación",
        `Una persona de la Secretaría Técnica ingresó un archivo de personas. ${acts(facts, "1 acto sobre una cuenta ocurre", "# actos sobre cuentas ocurren")} solo si otra persona de la Secretaría ${acts(facts, "lo confirma", "confirma cada uno")} a más tardar el ${spanishTime(facts, facts.lapsesAt)}, en «Personas» del portal.`,
        "Lo que nadie confirma no se hace.",
      ),
  },
  "opened-by-host": {
    en: (facts) =>
      english(
        facts,
        "The host of the portal has added a person to the Technical Secretariat",
        `Whoever runs the reporting portal has opened an account of the Technical Secretariat for ${facts.person}, on the machine itself and not in the portal.`,
        "If you did not expect this, please ask whoever runs the portal at once.",
      ),
    es: (facts) =>
      spanish(
        facts,
        "Quien opera el portal agregó a una persona a la Secretaría Técnica",
        `Quien opera el portal de informes abrió una cuenta de la Secretaría Técnica para ${facts.person}, en el propio servidor y no en el portal.`,
        "Si no lo esperaba, le rogamos consultar de inmediato a quien opera el portal.",
      ),
  },
} satisfies Readonly<Record<string, Letters<AccountActFacts>>>;
export type AccountEvent = keyof typeof accountActLetters;
