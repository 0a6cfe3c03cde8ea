import type { Language } from "@avances/domain/catalogue";

export type SecurityEvent = "password-changed" | "session-copied" | "new-device";

export interface MailText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Under every mail about accounts. */
export const signature: Readonly<Record<Language, string>> = {
  en: "Technical Secretariat\nRegional Conference on Migration",
  es: "Secretaría Técnica\nConferencia Regional sobre Migración",
};

/** How every mail about accounts begins. */
export const greeting: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `Dear ${name}:`,
  es: (name) => `Estimado(a) ${name}:`,
};

/** What people read when something about their account changed. No link: such mails are what phishing imitates. */
export const securityTexts: Readonly<Record<SecurityEvent, Readonly<Record<Language, (name: string) => MailText>>>> = {
  "password-changed": {
    en: (name) => ({
      subject: "Your password for the reporting portal was changed",
      paragraphs: [
        greeting.en(name),
        "The password of your account in the reporting portal has just been changed, and your other sessions were ended.",
        "If you did this, there is nothing more to do. If you did not, please write to the Technical Secretariat at once.",
        signature.en,
      ],
    }),
    es: (name) => ({
      subject: "Se cambió su contraseña del portal de informes",
      paragraphs: [
        greeting.es(name),
        "La contraseña de su cuenta en el portal de informes acaba de cambiarse y sus demás sesiones se cerraron.",
        "Si fue usted, no tiene que hacer nada más. Si no fue usted, le rogamos escribir de inmediato a la Secretaría Técnica.",
        signature.es,
      ],
    }),
  },
  "session-copied": {
    en: (name) => ({
      subject: "We ended a session of yours in the reporting portal",
      paragraphs: [
        greeting.en(name),
        "A session of your account was used in a way that suggests that somebody copied it. As a precaution we ended it; please sign in again.",
        "If this happens again, please change your password and write to the Technical Secretariat.",
        signature.en,
      ],
    }),
    es: (name) => ({
      subject: "Cerramos una sesión suya en el portal de informes",
      paragraphs: [
        greeting.es(name),
        "Una sesión de su cuenta se usó de una manera que hace pensar que alguien la copió. Por precaución la cerramos; le rogamos iniciar sesión de nuevo.",
        "Si vuelve a ocurrir, cambie por favor su contraseña y escriba a la Secretaría Técnica.",
        signature.es,
      ],
    }),
  },
  "new-device": {
    en: (name) => ({
      subject: "Your account in the reporting portal was opened on a new device",
      paragraphs: [
        greeting.en(name),
        "Somebody has just signed in to your account with your password, on a browser that had not been used for it before.",
        "If it was you, there is nothing to do. If not, please choose a new password at once (“I forgot my password”) and write to the Technical Secretariat.",
        signature.en,
      ],
    }),
    es: (name) => ({
      subject: "Se abrió su cuenta del portal de informes en un dispositivo nuevo",
      paragraphs: [
        greeting.es(name),
        "Alguien acaba de iniciar sesión en su cuenta con su contraseña, en un navegador que no se había usado antes para ella.",
        "Si fue usted, no tiene que hacer nada. Si no, le rogamos elegir de inmediato una contraseña nueva («Olvidé mi contraseña») y escribir a la Secretaría Técnica.",
        signature.es,
      ],
    }),
  },
};
