import type { Language } from "@avances/domain/catalogue";
import { defineTexts } from "#i18n/i18n.ts";

const inLanguage: Readonly<Record<Language, string>> = { en: "in English", es: "in Spanish" };
const enIdioma: typeof inLanguage = { en: "en inglés", es: "en español" };

/** Messages as they would be sent: before a commitment is sent, or somebody is reminded or asked by hand. */
export const messagePreviewTexts = defineTexts(
  {
    messages: (n: number) => (n === 1 ? "1 message would be sent" : `${n} messages would be sent`),
    unreached: (names: string) =>
      `Nobody can be written to yet: ${names}. They read it here once somebody has an account.`,
    to: (name: string, address: string, language: string) => `${name}, ${address}, ${language}`,
    languages: inLanguage,
    refused: "Mail to this address has come back: this message will be given up.",
    wordsChanged:
      "Nothing was sent: since you looked at the messages, their words have been edited. Look at them again.",
  },
  {
    messages: (n) => (n === 1 ? "Se enviaría 1 mensaje" : `Se enviarían ${n} mensajes`),
    unreached: (names) => `Aún no se puede escribir a nadie de: ${names}. Lo leerá aquí cuando alguien tenga cuenta.`,
    to: (name, address, language) => `${name}, ${address}, ${language}`,
    languages: enIdioma,
    refused: "El correo a esta dirección fue devuelto: este mensaje no se entregará.",
    wordsChanged: "No se envió nada: desde que usted vio los mensajes, se editó su texto. Le rogamos verlos de nuevo.",
  },
);
