import type { Language } from "@avances/domain/catalogue";
import { greeting, type MailText, signature } from "./security-texts.ts";

/** What was done to an account, as far as others are told. */
export type AccountEvent =
  | "account-opened"
  | "link-sent"
  | "account-ended"
  | "own-account-ended"
  | "confirmation-asked"
  | "opened-by-host";

interface Facts {
  readonly reader: string;
  /** Whose account it is. */
  readonly person: string;
  /** Else the account is one of the reader's country. */
  readonly isOfSecretariat: boolean;
}

type Texts = Readonly<Record<Language, (facts: Facts) => MailText>>;

const unexpected = {
  en: "If you did not expect this, please write to the Technical Secretariat at once.",
  es: "Si no lo esperaba, le rogamos escribir de inmediato a la Secretaría Técnica.",
} as const;
const whose = {
  en: ({ isOfSecretariat }: Facts) => (isOfSecretariat ? "of the Technical Secretariat" : "of your country"),
  es: ({ isOfSecretariat }: Facts) => (isOfSecretariat ? "de la Secretaría Técnica" : "de su país"),
} as const;

function letter(
  language: Language,
  subject: (facts: Facts) => string,
  ...paragraphs: readonly ((facts: Facts) => string)[]
): (facts: Facts) => MailText {
  return (facts) => ({
    subject: subject(facts),
    paragraphs: [greeting[language](facts.reader), ...paragraphs.map((write) => write(facts)), signature[language]],
  });
}

/** What people read when an account of their country or office was opened, reached or ended. No link: such mails are what phishing imitates. */
export const accountTexts: Readonly<Record<AccountEvent, Texts>> = {
  "account-opened": {
    en: letter(
      "en",
      (facts) => `A new account ${whose.en(facts)} in the reporting portal`,
      (facts) => `An account ${whose.en(facts)} was opened in the reporting portal: ${facts.person}.`,
      () => unexpected.en,
    ),
    es: letter(
      "es",
      (facts) => `Una nueva cuenta ${whose.es(facts)} en el portal de informes`,
      (facts) => `Se abrió una cuenta ${whose.es(facts)} en el portal de informes: ${facts.person}.`,
      () => unexpected.es,
    ),
  },
  "link-sent": {
    en: letter(
      "en",
      (facts) => `A new sign-in link to an account ${whose.en(facts)}`,
      (facts) =>
        `A new single-use link to choose a password was sent to ${facts.person} (account ${whose.en(facts)} in the reporting portal).`,
      () => unexpected.en,
    ),
    es: letter(
      "es",
      (facts) => `Un nuevo enlace de acceso a una cuenta ${whose.es(facts)}`,
      (facts) =>
        `Se envió a ${facts.person} (cuenta ${whose.es(facts)} en el portal de informes) un nuevo enlace de un solo uso para elegir contraseña.`,
      () => unexpected.es,
    ),
  },
  "account-ended": {
    en: letter(
      "en",
      (facts) => `An account ${whose.en(facts)} in the reporting portal has ended`,
      (facts) =>
        `The account of ${facts.person}, ${whose.en(facts)}, has ended: with it nobody signs in any more. What was done with it stays in the record.`,
      () => unexpected.en,
    ),
    es: letter(
      "es",
      (facts) => `Terminó una cuenta ${whose.es(facts)} en el portal de informes`,
      (facts) =>
        `La cuenta de ${facts.person}, ${whose.es(facts)}, terminó: con ella ya nadie inicia sesión. Lo que se hizo con ella queda en el registro.`,
      () => unexpected.es,
    ),
  },
  "own-account-ended": {
    en: letter(
      "en",
      () => "Your account in the reporting portal has ended",
      () =>
        "The Technical Secretariat has ended your account in the reporting portal. You can no longer sign in with it.",
      () => "Thank you for your work. If you did not expect this, please write to the Technical Secretariat.",
    ),
    es: letter(
      "es",
      () => "Su cuenta en el portal de informes terminó",
      () => "La Secretaría Técnica terminó su cuenta en el portal de informes. Ya no puede iniciar sesión con ella.",
      () => "Gracias por su trabajo. Si no lo esperaba, le rogamos escribir a la Secretaría Técnica.",
    ),
  },
  "confirmation-asked": {
    en: letter(
      "en",
      () => "An account waits for your confirmation",
      (facts) =>
        `A colleague of the Technical Secretariat asked for an act on the account of ${facts.person}. It happens only if another person of the Secretariat confirms it within 24 hours, under “People” in the portal.`,
      () => "If nobody confirms it, nothing changes.",
    ),
    es: letter(
      "es",
      () => "Una cuenta espera su confirmación",
      (facts) =>
        `Una persona de la Secretaría Técnica solicitó un acto sobre la cuenta de ${facts.person}. Solo ocurre si otra persona de la Secretaría lo confirma dentro de 24 horas, en «Personas» del portal.`,
      () => "Si nadie lo confirma, nada cambia.",
    ),
  },
  "opened-by-host": {
    en: letter(
      "en",
      () => "The host of the portal has added a person to the Technical Secretariat",
      (facts) =>
        `Whoever runs the reporting portal has opened an account of the Technical Secretariat for ${facts.person}, on the machine itself and not in the portal.`,
      () => "If you did not expect this, please ask whoever runs the portal at once.",
    ),
    es: letter(
      "es",
      () => "Quien opera el portal agregó a una persona a la Secretaría Técnica",
      (facts) =>
        `Quien opera el portal de informes abrió una cuenta de la Secretaría Técnica para ${facts.person}, en el propio servidor y no en el portal.`,
      () => "Si no lo esperaba, le rogamos consultar de inmediato a quien opera el portal.",
    ),
  },
};
