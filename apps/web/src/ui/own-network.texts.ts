import type { OwnTaskKind } from "@avances/domain/network";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

type Of<K extends string> = Readonly<Record<K, string>>;

/** On homes: what the work of the Network needs of the reader's side, and what is new to read. */
export const ownNetworkTexts = defineTexts(
  {
    title: "What waits for you in the Network",
    nothing: (side: string) =>
      `${side}: none of the commitments, documents, recommendations and activities waits for you.`,
    tasks: {
      owed: "Commitment to carry out",
      reply: "An answer is awaited",
      read: "A document was sent to your side, and nobody of it has had it on screen",
      take: "A recommendation is put to your side: say how it takes it",
      say_held: "The days of your activity have passed: say whether it was held, or withdraw it",
      say_result: "Your activity was held: say what came of it, once that is known",
      note_meeting: "The meeting to which the activity was put has begun: note what it said",
      support: "Your side is asked whether it supports the activity",
      draft: "Draft of your side, not filed yet",
    } satisfies Of<OwnTaskKind>,
    due: (day: string) => `by ${day}`,
    overdue: (day: string, days: number) =>
      `${pluralEn(days, { one: "# day", other: "# days" })} past its date, ${day}`,
    noDay: "no day set",
    more: (n: number) => pluralEn(n, { one: "# more", other: "# more" }),
    latest: "Latest in the Network",
    kinds: {
      document: "Document",
      report: "Report of a meeting",
      contribution: "Contribution",
      recommendation: "Recommendation",
      activity: "Proposed activity",
    },
    filed: (who: string, day: string) => `${who}, ${day}`,
  },
  {
    title: "Lo que le espera en la Red",
    nothing: (side) =>
      `${side}: ninguno de los compromisos, documentos, recomendaciones y actividades espera algo de usted.`,
    tasks: {
      owed: "Compromiso por cumplir",
      reply: "Se espera una respuesta",
      read: "Se envió un documento a su parte y nadie de ella lo ha tenido en pantalla",
      take: "Se dirige una recomendación a su parte: diga cómo la toma",
      say_held: "Pasaron los días de su actividad: diga si se realizó, o retírela",
      say_result: "Su actividad se realizó: diga qué resultó, cuando se sepa",
      note_meeting: "La reunión a la que se presentó la actividad ya empezó: anote lo que dijo",
      support: "Se pregunta a su parte si apoya la actividad",
      draft: "Borrador de su parte, aún sin presentar",
    },
    due: (day) => `hasta el ${day}`,
    overdue: (day, days) => `${pluralEs(days, { one: "# día", other: "# días" })} después de su fecha, ${day}`,
    noDay: "sin fecha",
    more: (n) => pluralEs(n, { one: "# más", other: "# más" }),
    latest: "Lo último en la Red",
    kinds: {
      document: "Documento",
      report: "Informe de una reunión",
      contribution: "Aporte",
      recommendation: "Recomendación",
      activity: "Actividad propuesta",
    },
    filed: (who, day) => `${who}, ${day}`,
  },
);
