import type { Language } from "@avances/domain/catalogue";
import type { QuestionReason, Verdict } from "@avances/domain/submission";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** The words of what the Secretariat says of an answer. */
export const verdictTexts = defineTexts(
  {
    legend: (name: string) => `What you say of: ${name}`,
    verdict: { seen: "Seen", question: "Question this answer", reservation: "Reservation" } satisfies Record<
      Verdict,
      string
    >,
    by: (name: string, when: string) => `${name}, ${when}`,
    asked: (when: string) => `asked ${when}`,
    lapsed: (version: string) => `Marked in version ${version}; the country has changed this answer since.`,
    kept: (version: string) => `kept from version ${version}: the answer is the same`,
    keys: "Keys on an answer: 1 seen, 2 question, 3 reservation; J next, K previous.",
    reason: "Reason",
    noReason: "Choose a reason (optional)",
    reasonHelp: (language: string) => `Its sentence begins the question, in the language of the country (${language}).`,
    language: { en: "English", es: "Spanish" } satisfies Record<Language, string> as Record<Language, string>,
    reasons: {
      differs_from_before: "differs from the round before",
      does_not_add_up: "does not add up",
      source_missing: "source missing",
      period_unclear: "period unclear",
      definition_unclear: "definition unclear",
      reason_missing: "reason for a missing value",
      other: "other",
    } satisfies Record<QuestionReason, string>,
    /** What the country reads first. */
    sentence: {
      differs_from_before:
        "This answer differs clearly from that of the round before. Could you please explain the difference?",
      does_not_add_up: "The parts of this answer do not add up to its total. Could you please check them?",
      source_missing: "Could you please name the source of this answer, or attach it?",
      period_unclear: "Could you please confirm that this answer is about the whole year that the round asks for?",
      definition_unclear: "Could you please confirm that this answer follows the definition of the indicator?",
      reason_missing: "Could you please say why there is no value here?",
      other: "",
    } satisfies Record<QuestionReason, string>,
    reservation: "Your reservation",
    reservationHelp: "For the people of the Secretariat. It is never sent and never public.",
    waits: "It waits here for the return. All people of the Secretariat see it.",
    stale:
      "Somebody else marked this answer meanwhile, or a newer version came. Look at it again; nothing was overwritten.",
    acceptAll: (n: number) =>
      pluralEn(n, {
        one: "Mark as seen # answer that neither changed nor was flagged",
        other: "Mark as seen # answers that neither changed nor were flagged",
      }),
    acceptAllDone: (n: number) =>
      pluralEn(n, { one: "# answer is marked as seen.", other: "# answers are marked as seen." }),
    progress: (marked: number, all: number) => `${marked} of ${all} answers marked`,
    reservations: (n: number) => pluralEn(n, { one: "# reservation", other: "# reservations" }),
    compare: "Compare with",
    compareNone: "the round before",
    compareVersion: (version: string, when: string) => `version ${version}, sent ${when}`,
    baseHeading: (version: string) => `Version ${version}`,
    nowHeading: (version: string) => `Version ${version} (latest)`,
    public: "See what will become public",
    publicIf: "See the public page as it would be",
  },
  {
    legend: (name) => `Lo que usted dice de: ${name}`,
    verdict: { seen: "Visto", question: "Preguntar por esta respuesta", reservation: "Reserva" },
    by: (name, when) => `${name}, ${when}`,
    asked: (when) => `preguntado ${when}`,
    lapsed: (version) => `Marcado en la versión ${version}; el país cambió esta respuesta desde entonces.`,
    kept: (version) => `se conserva de la versión ${version}: la respuesta es la misma`,
    keys: "Teclas en una respuesta: 1 visto, 2 pregunta, 3 reserva; J siguiente, K anterior.",
    reason: "Motivo",
    noReason: "Elija un motivo (opcional)",
    reasonHelp: (language) => `Su frase inicia la pregunta, en el idioma del país (${language}).`,
    language: { en: "inglés", es: "español" },
    reasons: {
      differs_from_before: "difiere de la ronda anterior",
      does_not_add_up: "las partes no suman el total",
      source_missing: "falta la fuente",
      period_unclear: "el período no está claro",
      definition_unclear: "la definición no está clara",
      reason_missing: "falta el motivo de que no haya valor",
      other: "otro",
    },
    sentence: {
      differs_from_before:
        "Esta respuesta difiere claramente de la de la ronda anterior. ¿Podrían, por favor, explicar la diferencia?",
      does_not_add_up: "Las partes de esta respuesta no suman su total. ¿Podrían, por favor, verificarlas?",
      source_missing: "¿Podrían, por favor, indicar la fuente de esta respuesta o adjuntarla?",
      period_unclear: "¿Podrían, por favor, confirmar que esta respuesta se refiere a todo el año que pide la ronda?",
      definition_unclear: "¿Podrían, por favor, confirmar que esta respuesta sigue la definición del indicador?",
      reason_missing: "¿Podrían, por favor, indicar por qué no hay un valor aquí?",
      other: "",
    },
    reservation: "Su reserva",
    reservationHelp: "Para las personas de la Secretaría. Nunca se envía ni se publica.",
    waits: "Espera aquí a la devolución. La ven todas las personas de la Secretaría.",
    stale:
      "Entretanto otra persona marcó esta respuesta, o llegó una versión nueva. Mírela de nuevo; no se sobrescribió nada.",
    acceptAll: (n) =>
      pluralEs(n, {
        one: "Marcar como vista # respuesta que no cambió ni tiene observaciones",
        other: "Marcar como vistas # respuestas que no cambiaron ni tienen observaciones",
      }),
    acceptAllDone: (n) =>
      pluralEs(n, { one: "# respuesta queda marcada como vista.", other: "# respuestas quedan marcadas como vistas." }),
    progress: (marked, all) => `${marked} de ${all} respuestas marcadas`,
    reservations: (n) => pluralEs(n, { one: "# reserva", other: "# reservas" }),
    compare: "Comparar con",
    compareNone: "la ronda anterior",
    compareVersion: (version, when) => `versión ${version}, enviada ${when}`,
    baseHeading: (version) => `Versión ${version}`,
    nowHeading: (version) => `Versión ${version} (la última)`,
    public: "Ver lo que se publicará",
    publicIf: "Ver la página pública tal como sería",
  },
);
