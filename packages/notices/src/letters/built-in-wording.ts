import { byLanguage, type Language, type Text } from "@avances/domain/catalogue";
import type { Wording, WordingKind } from "@avances/domain/wording";
import { adviceOf } from "./reminder.ts";

/*
 * The built-in words as the secretariat would write them: what it begins with when it edits them, and goes back to. A test fills them in and
 * compares every message with the one that the letters write by themselves, so the two cannot come apart.
 */

type Words = Readonly<Record<Language, Wording>>;

function words(subject: Text, { opening, closing }: { readonly opening?: Text; readonly closing?: Text } = {}): Words {
  return byLanguage((language) => ({
    subject: subject[language],
    opening: opening?.[language] ?? "",
    closing: closing?.[language] ?? "",
  }));
}

const reportOf: Text = {
  en: "report of {{country}}, {{round}} round",
  es: "informe de {{country}}, ronda {{round}}",
};
const clarificationsOf: Text = {
  en: "clarifications of {{country}}, {{round}} round",
  es: "aclaraciones de {{country}}, ronda {{round}}",
};
const subject = (en: string, es: string, about: Text, end = ""): Text => ({
  en: `${en}: ${about.en}${end}`,
  es: `${es}: ${about.es}${end}`,
});
const standing = (about: Text, end?: string) => subject("{{standing}}", "{{standing}}", about, end);
const dated = " ({{date}})";
const byHand = (about: Text, end?: string) =>
  subject("{{number}}, {{standing}}", "{{number}}, {{standing}}", about, end);

const goodOffices = words(subject("Good offices, {{days}} past due", "Buenos oficios, {{days}} después", reportOf), {
  closing: {
    en: "The Technical Secretariat kindly requests your good offices so that the report may be submitted.",
    es: "La Secretaría Técnica solicita atentamente sus buenos oficios para que el informe pueda ser enviado.",
  },
});

/** Requests of the Network: what is asked is a fact, so their subjects alone are words. How a date stands says the day as well. */
const ofProgress = (start: string) =>
  words({ en: `${start}: progress for the {{meeting}}`, es: `${start}: avances para la {{meeting}}` });
const progressDated = ofProgress("{{number}}, {{standing}}");
const progressUndated = ofProgress("{{number}}");
const ofAnswer = (end: string) =>
  words({
    en: `Reminder${end}: answer to a {{commitment}}`,
    es: `Recordatorio${end}: respuesta a un {{commitment}}`,
  });
const answerDated = ofAnswer(", {{standing}}");
const owed = words({ en: "Reminder, {{standing}}: {{commitment}}", es: "Recordatorio, {{standing}}: {{commitment}}" });

const builtIn: Readonly<Record<WordingKind, Words>> = {
  opening: words(subject("Invitation", "Invitación", reportOf, dated), {
    opening: {
      en: "The Technical Secretariat has the honour to invite {{country}} to take part in the {{round}} round of reports on the implementation of the Palermo Protocols, which is open.",
      es: "La Secretaría Técnica tiene el honor de invitar a {{country}} a participar en la ronda {{round}} de informes sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta.",
    },
    closing: {
      en: "Where an answer of the last accepted report can still hold, the portal proposes it, to be confirmed or changed.",
      es: "Cuando una respuesta del último informe aceptado puede seguir vigente, el portal la propone para confirmarla o cambiarla.",
    },
  }),
  before_30: words(standing(reportOf, dated), { closing: adviceOf.before_30 }),
  before_14: words(standing(reportOf, dated), { closing: adviceOf.before_14 }),
  before_7: words(standing(reportOf, dated), { closing: adviceOf.before_7 }),
  before_1: words(standing(reportOf, dated), { closing: adviceOf.before_1 }),
  due_today: words(standing(reportOf, dated)),
  overdue_1: words(standing(reportOf)),
  overdue_7: words(standing(reportOf)),
  escalation_14: goodOffices,
  escalation_30: goodOffices,
  closing_45: words(subject("Listed as not received", "Consignado como no recibido", reportOf)),
  returned_before_5: words(standing(clarificationsOf, dated)),
  returned_before_1: words(standing(clarificationsOf, dated)),
  returned_overdue_1: words(standing(clarificationsOf)),
  resend_before: words(byHand(reportOf, dated)),
  resend_overdue: words(byHand(reportOf)),
  resend_returned: words(byHand(clarificationsOf, dated)),
  resend_returned_overdue: words(byHand(clarificationsOf)),
  progress_asked: progressDated,
  progress_asked_undated: progressUndated,
  progress_before_3: progressDated,
  progress_overdue_1: progressDated,
  progress_by_hand: progressDated,
  progress_by_hand_overdue: progressDated,
  progress_by_hand_undated: progressUndated,
  matter_sent: words({ en: "For your answer: {{commitment}}", es: "Para su respuesta: {{commitment}}" }),
  matter_resend: answerDated,
  matter_resend_overdue: answerDated,
  matter_resend_undated: ofAnswer(""),
  reply_before_7: answerDated,
  reply_overdue_1: answerDated,
  commitment_before_14: owed,
  commitment_overdue_1: owed,
};

/** The built-in words of such a message, with their placeholders. */
export function builtInWording(kind: WordingKind, language: Language): Wording {
  return builtIn[kind][language];
}
