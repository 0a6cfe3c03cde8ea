import type { Language } from "@avances/domain/catalogue";
import type { BodyCode, MatterState } from "@avances/domain/network";

/** The words of the file of commitments; those of stages are `commitmentWords`, those of languages `wordsInFile`. */
interface Words {
  readonly title: string;
  /** The beginning of the file's name. */
  readonly fileName: string;
  readonly made: (at: string, clocks: string) => string;
  readonly demonstration: string;
  readonly whose: string;
  readonly columns: Readonly<
    Record<
      | ("meeting" | "heldOn" | "point" | "commitment" | "words" | "writtenIn" | "responsible" | "to" | "dueOn")
      | ("overdue" | "carried" | "stage" | "stageOn" | "note" | "replyBy" | "sent" | "answered")
      | ("outcomeOn" | "outcome" | "state" | "address"),
      string
    >
  >;
  readonly bodies: Readonly<Record<BodyCode, string>>;
  readonly states: Readonly<Record<MatterState, string>>;
  readonly notes: readonly string[];
}

export const commitmentsWords: Readonly<Record<Language, Words>> = {
  en: {
    title: "Commitments",
    fileName: "commitments",
    made: (at, clocks) => `As of ${at} (${clocks})`,
    demonstration: "Demonstration data; what stands in no published report is invented.",
    whose: "Those that the person who made this file may read.",
    columns: {
      meeting: "Made at",
      heldOn: "Meeting of",
      point: "Point",
      commitment: "Commitment",
      words: "Words",
      writtenIn: "Language of the words",
      responsible: "Responsible",
      to: "Addressed to",
      dueOn: "Due on",
      overdue: "Days overdue",
      carried: "Meetings held since, with it still owed",
      stage: "Stage",
      stageOn: "Stage since",
      note: "Note on the stage",
      replyBy: "Answers asked for by",
      sent: "Sent to (sides that answer here)",
      answered: "Of these have answered",
      outcomeOn: "Outcome at the meeting of",
      outcome: "Outcome",
      state: "State",
      address: "Page",
    },
    bodies: { LON: "Network", RCGM: "RCGM", COALITION: "Regional Coalition" },
    states: { draft: "draft", filed: "filed", withdrawn: "withdrawn" },
    notes: [
      "An answer counts if it came after the last time the commitment was sent there.",
      "Notes and outcomes stand in the language in which they were written.",
    ],
  },
  es: {
    title: "Compromisos",
    fileName: "compromisos",
    made: (at, clocks) => `Estado al ${at} (${clocks})`,
    demonstration: "Datos de demostración; lo que no consta en un informe publicado es inventado.",
    whose: "Los que puede leer la persona que hizo este archivo.",
    columns: {
      meeting: "Asumido en",
      heldOn: "Reunión del",
      point: "Punto",
      commitment: "Compromiso",
      words: "Texto",
      writtenIn: "Idioma del texto",
      responsible: "Responsable",
      to: "Dirigido a",
      dueOn: "Fecha límite",
      overdue: "Días de atraso",
      carried: "Reuniones celebradas desde entonces, aún pendiente",
      stage: "Situación",
      stageOn: "Situación desde",
      note: "Nota sobre la situación",
      replyBy: "Respuestas solicitadas hasta",
      sent: "Enviado a (partes que responden aquí)",
      answered: "De ellas respondieron",
      outcomeOn: "Resultado en la reunión del",
      outcome: "Resultado",
      state: "Estado",
      address: "Página",
    },
    bodies: { LON: "Red", RCGM: "GRCM", COALITION: "Coalición Regional" },
    states: { draft: "borrador", filed: "presentado", withdrawn: "retirado" },
    notes: [
      "Una respuesta cuenta si llegó después del último envío del compromiso a esa parte.",
      "Las notas y los resultados están en el idioma en que se escribieron.",
    ],
  },
};
