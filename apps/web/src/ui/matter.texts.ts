import type { MatterFault, MatterState, TranslationState, Visibility } from "@avances/domain/network";
import type { PersonalDetail } from "@avances/domain/text";
import { defineTexts } from "#i18n/i18n.ts";

const levels: Readonly<Record<Visibility, string>> = {
  secretariat: "Technical Secretariat",
  members: "Members",
  network: "The Network: members and observers",
  public: "Everybody",
};
const niveles: typeof levels = {
  secretariat: "Secretaría Técnica",
  members: "Integrantes",
  network: "La Red: integrantes y observadores",
  public: "Todas las personas",
};

/** What is said of everything that is put before the Network: who reads it, in which languages it is, what may be wrong with it. */
export const matterTexts = defineTexts(
  {
    visibleTo: "Visible to",
    levels,
    willSee: (who: string) => `Visible to, once filed: ${who}`,
    doesSee: (who: string) => `Visible to: ${who}`,
    states: { draft: "Draft", filed: "Filed", withdrawn: "Withdrawn" } satisfies Record<MatterState, string>,
    translations: {
      original: "original",
      translated: "translated",
      machine: "machine translation",
      outdated: "translation of earlier words",
      missing: "not translated",
    } satisfies Record<TranslationState, string>,
    inLanguage: (language: string, state: string) => `${language}: ${state}`,
    shownInstead: (language: string) => `Not translated; in ${language}, as it was written.`,
    isOutdated: "This translation says earlier words: the original was changed since.",
    words: {
      language: "Language in which you write",
      subject: "Title",
      body: "Summary",
      other: (language: string) => `Translation into ${language}`,
      otherHelp:
        "May stay empty. It is shown as the translation of these words, and as outdated once they are changed.",
      bodyOfMore: "Write the translated title too, or leave the translation empty.",
    },
    details: {
      title: "Is this about a person?",
      text: (found: string) =>
        `The text, or the name of a file, seems to hold ${found}. What concerns persons does not belong here; an office, a law or somebody's office telephone may.`,
      keep: "It may stand: go on. That I said so is recorded.",
      kinds: {
        name: "the name of a person",
        document: "the number of a document or case file",
        phone: "a telephone number",
        mail: "an e-mail address",
        address: "the address of a house",
        few_people: "a count of so few people that figures do not show it",
      } satisfies Record<PersonalDetail, string>,
    },
    faults: {
      subject_missing: "Write a title.",
      subject_lines: "The title must be one line.",
      subject_long: "The title is too long.",
      body_long: "The text is too long.",
      visibility: "Choose who will read it.",
      addressee_unknown: "Somebody to whom it is addressed does not take part.",
      meeting_missing: "Choose the meeting.",
      meeting_unknown: "This meeting is not there.",
      responsible_missing: "Say who is responsible.",
      responsible_unknown: "Whoever is responsible does not take part.",
      responsible_not_addressed: "Whoever is responsible must be among the addressees.",
      files_many: "There are too many files.",
      file_unknown: "A file is not there any more, or stands in the list twice. Take it off and add it again.",
      shown_already:
        "Somebody of another side has had it on screen, or was sent it with a commitment, so it stays visible to them.",
      same: "It is so already.",
    } satisfies Record<MatterFault, string>,
  },
  {
    visibleTo: "Visible para",
    levels: niveles,
    willSee: (who) => `Visible, cuando se presente, para: ${who}`,
    doesSee: (who) => `Visible para: ${who}`,
    states: { draft: "Borrador", filed: "Se presentó", withdrawn: "Se retiró" },
    translations: {
      original: "original",
      translated: "traducido",
      machine: "traducción automática",
      outdated: "traducción de un texto anterior",
      missing: "sin traducir",
    },
    inLanguage: (language, state) => `${language}: ${state}`,
    shownInstead: (language) => `Sin traducir; en ${language}, como se escribió.`,
    isOutdated: "Esta traducción dice un texto anterior: el original cambió desde entonces.",
    words: {
      language: "Idioma en que escribe",
      subject: "Título",
      body: "Resumen",
      other: (language) => `Traducción al ${language}`,
      otherHelp:
        "Puede quedar vacía. Se muestra como traducción de este texto, y como desactualizada cuando el texto cambie.",
      bodyOfMore: "Escriba también el título traducido, o deje vacía la traducción.",
    },
    details: {
      title: "¿Trata de una persona?",
      text: (found) =>
        `El texto, o el nombre de un archivo, parece contener ${found}. Lo que concierne a personas no corresponde aquí; una oficina, una ley o el teléfono de una oficina sí pueden citarse.`,
      keep: "Puede quedar así: continuar. Queda anotado que lo dije.",
      kinds: {
        name: "el nombre de una persona",
        document: "el número de un documento o expediente",
        phone: "un número de teléfono",
        mail: "un correo electrónico",
        address: "la dirección de una casa",
        few_people: "un número de personas tan pequeño que las cifras no lo muestran",
      },
    },
    faults: {
      subject_missing: "Escriba un título.",
      subject_lines: "El título debe ser una sola línea.",
      subject_long: "El título es demasiado largo.",
      body_long: "El texto es demasiado largo.",
      visibility: "Elija quién leerá esto.",
      addressee_unknown: "Alguien a quien se dirige no participa.",
      meeting_missing: "Elija la reunión.",
      meeting_unknown: "Esta reunión no existe.",
      responsible_missing: "Indique quién es responsable.",
      responsible_unknown: "Quien es responsable no participa.",
      responsible_not_addressed: "Quien es responsable debe estar entre los destinatarios.",
      files_many: "Hay demasiados archivos.",
      file_unknown: "Un archivo ya no está, o figura dos veces en la lista. Quítelo y añádalo de nuevo.",
      shown_already:
        "Alguien de otra parte ya tuvo esto en pantalla, o lo recibió con un compromiso; sigue visible para esa parte.",
      same: "Ya es así.",
    },
  },
);
