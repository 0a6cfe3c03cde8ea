import type { Language } from "@avances/domain/catalogue";
import type { VisibilityChoice } from "@avances/domain/network";

/** The words of the file of recommendations; those of stances and steps are `voiceWords`, those of languages `wordsInFile`. */
interface Words {
  readonly title: string;
  readonly sheet: string;
  /** The beginning of the file's name. */
  readonly fileName: string;
  readonly made: (at: string, clocks: string) => string;
  readonly demonstration: string;
  readonly whose: string;
  readonly columns: Readonly<
    Record<
      | ("recommendation" | "words" | "writtenIn" | "author" | "source" | "document" | "meeting" | "filed" | "readers")
      | (
          | "about"
          | "owner"
          | "addressee"
          | "stance"
          | "stanceOn"
          | "stanceText"
          | "saidBy"
          | "step"
          | "stepOn"
          | "stepText"
        )
      | ("withdrawn" | "address"),
      string
    >
  >;
  readonly visibility: Readonly<Record<VisibilityChoice | "public", string>>;
  readonly noStance: string;
  readonly draft: string;
  readonly notes: readonly string[];
}

export const recommendationsWords: Readonly<Record<Language, Words>> = {
  en: {
    title: "Recommendations",
    sheet: "Recommendations",
    fileName: "recommendations",
    made: (at, clocks) => `As of ${at} (${clocks})`,
    demonstration: "Demonstration data; what names no published document is invented.",
    whose: "Those that the person who made this file may read.",
    columns: {
      recommendation: "Recommendation",
      words: "Words",
      writtenIn: "Language of the words",
      author: "Put by",
      source: "Source",
      document: "Document",
      meeting: "Meeting",
      filed: "Filed on",
      readers: "Read by",
      about: "About",
      owner: "Who sees to it",
      addressee: "Put to",
      stance: "Answer of the addressee",
      stanceOn: "Answered on",
      stanceText: "Words of the answer",
      saidBy: "Completion according to",
      step: "Completion",
      stepOn: "Said on",
      stepText: "Words on the completion",
      withdrawn: "Withdrawn",
      address: "Page",
    },
    visibility: {
      secretariat: "Secretariat and addressees",
      members: "members and addressees",
      network: "members, observers and addressees",
      public: "everybody",
    },
    noStance: "no answer on record",
    draft: "draft",
    notes: [
      "Each line is one recommendation, one addressee and one voice: what the addressee says of itself, and what others say, stand in lines of their own and are not added up.",
      "To take note of a recommendation says nothing of whether it is shared.",
      "Names of documents and words of answers stand in the language in which they were written.",
    ],
  },
  es: {
    title: "Recomendaciones",
    sheet: "Recomendaciones",
    fileName: "recomendaciones",
    made: (at, clocks) => `Estado al ${at} (${clocks})`,
    demonstration: "Datos de demostración; lo que no nombra un documento publicado es inventado.",
    whose: "Las que puede leer la persona que hizo este archivo.",
    columns: {
      recommendation: "Recomendación",
      words: "Texto",
      writtenIn: "Idioma del texto",
      author: "La presenta",
      source: "Procedencia",
      document: "Documento",
      meeting: "Reunión",
      filed: "Presentada el",
      readers: "La leen",
      about: "Sobre",
      owner: "Le da seguimiento",
      addressee: "Dirigida a",
      stance: "Respuesta del destinatario",
      stanceOn: "Respondió el",
      stanceText: "Texto de la respuesta",
      saidBy: "Avance según",
      step: "Avance",
      stepOn: "Dicho el",
      stepText: "Texto sobre el avance",
      withdrawn: "Retirada",
      address: "Página",
    },
    visibility: {
      secretariat: "Secretaría y destinatarios",
      members: "integrantes y destinatarios",
      network: "integrantes, observadores y destinatarios",
      public: "todas las personas",
    },
    noStance: "sin constancia de respuesta",
    draft: "borrador",
    notes: [
      "Cada línea es una recomendación, un destinatario y una voz: lo que el destinatario dice de sí mismo y lo que dicen otros están en líneas propias y no se suman.",
      "Tomar nota de una recomendación no dice si se comparte.",
      "Los nombres de documentos y los textos de las respuestas están en el idioma en que se escribieron.",
    ],
  },
};
