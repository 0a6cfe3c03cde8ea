import { type AccountFacts, english, englishTime, spanish, spanishTime } from "./account.ts";
import type { Letters } from "./letter.ts";

/** A person of the secretariat sends it to the own address, to see whether mail leaves. Nothing is asked and there is no link. */
export const testMail: Letters<AccountFacts> = {
  en: (facts) =>
    english(
      facts,
      "Test message of the reporting portal",
      `You asked the reporting portal for this message on ${englishTime(facts, facts.now)}. If you can read it, the portal writes messages, sends them, and your mailbox accepts them.`,
      "There is nothing for you to do.",
    ),
  es: (facts) =>
    spanish(
      facts,
      "Mensaje de prueba del portal de informes",
      `Usted pidió este mensaje al portal de informes el ${spanishTime(facts, facts.now)}. Si puede leerlo, el portal escribe mensajes y los envía, y su buzón los acepta.`,
      "No tiene que hacer nada.",
    ),
};
