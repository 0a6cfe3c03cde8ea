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

/** Letters about the security of an account. No link: such mails are what phishing imitates. */
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
  "address-change-asked": {
    en: (facts) =>
      english(
        facts,
        "Another address was given for your account in the reporting portal",
        `Another mail address was given for your account on ${englishTime(facts, facts.now)}, and a link was sent to it. It counts only once its reader confirms it with that link; until then everything stays as it is.`,
        `If you expected this, there is nothing more to do here. If not, please tell the Technical Secretariat at once. ${englishReach(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Se indicó otra dirección para su cuenta del portal de informes",
        `El ${spanishTime(facts, facts.now)} se indicó otra dirección de correo para su cuenta y se envió un enlace a ella. Solo valdrá cuando quien la lee la confirme con ese enlace; hasta entonces todo sigue igual.`,
        `Si lo esperaba, no tiene que hacer nada más aquí. Si no, le rogamos avisar de inmediato a la Secretaría Técnica. ${spanishReach(facts)}`,
      ),
  },
  "own-address-changed": {
    en: (facts) =>
      english(
        facts,
        "The address of your account in the reporting portal has changed",
        `On ${englishTime(facts, facts.now)} the new address of your account in the reporting portal was confirmed. Messages go there, and you sign in with it; this is the last message to this address.`,
        `If this was not meant to happen, please tell the Technical Secretariat at once. ${englishReach(facts)}`,
      ),
    es: (facts) =>
      spanish(
        facts,
        "Cambió la dirección de su cuenta del portal de informes",
        `El ${spanishTime(facts, facts.now)} se confirmó la nueva dirección de su cuenta del portal de informes. A ella van los mensajes y con ella inicia sesión; este es el último mensaje a esta dirección.`,
        `Si esto no debía ocurrir, le rogamos avisar de inmediato a la Secretaría Técnica. ${spanishReach(facts)}`,
      ),
  },
} satisfies Readonly<Record<string, Letters<AccountFacts>>>;
export type SecurityEvent = keyof typeof securityLetters;
